package io.kouan.platform.exchange;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.kouan.ceb.certificate.EnterpriseCertificate;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.Reading;
import io.kouan.ceb.signature.SignatureExplanation;
import io.kouan.ceb.signature.SignatureVerifier;
import io.kouan.platform.credentials.KnownCertificates;
import io.kouan.platform.port.PortTime;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A signature explained in an answer of the API.
 *
 * @param outcome STANDS, FALLS or ABSENT
 * @param expectedDigest what DigestValue says, Base64
 * @param foundDigest what the message's canonical bytes give, Base64
 */
record SignatureAnswer(
        SignatureExplanation.Outcome outcome,
        Optional<String> suite,
        Optional<String> expectedDigest,
        Optional<String> foundDigest,
        Optional<Certificate> certificate,
        List<Step> steps) {

    /** The signing certificate; the holder's own name is a personal matter and left out. */
    record Certificate(
            String serial, String enterprise, OffsetDateTime notBefore, OffsetDateTime notAfter, boolean onFile) {}

    /** One step of the verification. */
    record Step(
            String step,
            SignatureExplanation.Result result,
            @JsonRawValue String findings) {}

    static SignatureAnswer of(Reading.Read read, SignatureVerifier verifier, KnownCertificates certificates) {
        var explained = SignatureExplanation.of(read, verifier);
        return new SignatureAnswer(
                explained.outcome(),
                explained.suite().map(Enum::name),
                explained.expectedDigest().map(SignatureAnswer::base64),
                explained.foundDigest().map(SignatureAnswer::base64),
                explained.certificate().map(certificate -> certificate(certificate, certificates)),
                explained.steps().stream()
                        .map(step -> new Step(step.step().name(), step.result(), FindingsJson.write(step.findings())))
                        .toList());
    }

    private static Certificate certificate(EnterpriseCertificate certificate, KnownCertificates known) {
        return new Certificate(
                certificate.serial(),
                certificate.enterpriseName().orElse(""),
                certificate.notBefore().atZone(PortTime.ZONE).toOffsetDateTime(),
                certificate.notAfter().atZone(PortTime.ZONE).toOffsetDateTime(),
                known.find(certificate.x509()).isPresent());
    }

    private static String base64(Bytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
