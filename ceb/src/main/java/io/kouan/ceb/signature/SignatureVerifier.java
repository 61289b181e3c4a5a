package io.kouan.ceb.signature;

import io.kouan.ceb.certificate.Sm2;
import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.Reading;
import io.kouan.ceb.message.SignatureElement;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Verifies the signature of a message (验签) in the order of signature.md, section 6, steps 1 to 6. Safe for all threads.
 *
 * <p>Security guarantees: a {@link Verdict.Valid} covers exactly the bytes whose values {@link Reading.Read#message} holds, all of
 * them but the signature itself; nothing of unknown shape is skipped. Not guaranteed: that the certificate is known, in force,
 * or belongs to the sender.
 */
public final class SignatureVerifier {

    private static final String C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
    private static final String ENVELOPED = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";

    private final Strictness strictness;
    private final CertificateLookup lookup;
    private final CertificateCache certificates = new CertificateCache();

    public SignatureVerifier(Strictness strictness, CertificateLookup lookup) {
        this.strictness = strictness;
        this.lookup = lookup;
    }

    /** Looks at the message's one signature, if there is one. */
    public Verdict verify(Reading.Read read) {
        return read.signature().map(element -> verify(read, element)).orElseGet(Verdict.Absent::new);
    }

    /** The suite that the algorithm's name stands for, as this verifier takes names. */
    Optional<Suite> suiteOf(SignatureElement element) {
        return Algorithms.of(element, strictness).signature();
    }

    private Verdict verify(Reading.Read read, SignatureElement element) {
        var findings = new ArrayList<>(element.objections());
        var forgiven = new ArrayList<Finding>();
        shape(element, findings);
        var algorithms = Algorithms.of(element, strictness);
        algorithms
                .objection()
                .ifPresent(code -> findings.add(at(
                        element,
                        code,
                        Map.of("signature", element.signatureMethod(), "digest", element.digestMethod()))));
        algorithms
                .forgiven()
                .ifPresent(code -> forgiven.add(at(
                        element,
                        code,
                        Map.of("signature", element.signatureMethod(), "digest", element.digestMethod()))));
        var digest = algorithms.digest().map(suite -> digest(suite, read, element, findings, forgiven));
        var certificate = certificate(element, findings);
        if (certificate.isPresent() && algorithms.signature().isPresent()) {
            value(algorithms.signature().get(), certificate.get(), element, findings, forgiven);
        }
        if (findings.isEmpty()
                && certificate.isPresent()
                && algorithms.signature().isPresent()) {
            return new Verdict.Valid(certificate.get(), algorithms.signature().get(), List.copyOf(forgiven));
        }
        return new Verdict.Invalid(List.copyOf(findings), element.digestValue(), digest, certificate);
    }

    private static void shape(SignatureElement element, List<Finding> findings) {
        if (!element.canonicalization().equals(C14N)) {
            findings.add(at(
                    element,
                    SignatureCode.UNKNOWN_CANONICALIZATION,
                    Map.of("found", shown(element.canonicalization()), "expected", C14N)));
        }
        if (!element.referenceUri().isEmpty()) {
            findings.add(at(
                    element,
                    SignatureCode.REFERENCE_NOT_WHOLE_DOCUMENT,
                    Map.of("found", shown(element.referenceUri()))));
        }
        if (!element.transforms().equals(List.of(ENVELOPED))) {
            findings.add(at(
                    element,
                    SignatureCode.WRONG_TRANSFORM,
                    Map.of("found", shown(String.join(" ", element.transforms())), "expected", ENVELOPED)));
        }
    }

    private Bytes digest(
            Suite suite, Reading.Read read, SignatureElement element, List<Finding> findings, List<Finding> forgiven) {
        var found = Digests.of(suite, read.canonical());
        if (found.equals(element.digestValue())) {
            return found;
        }
        if (strictness == Strictness.LENIENT) {
            for (Bytes looser : Looser.withoutLineBreak(read.canonical(), element.offset())) {
                if (Digests.of(suite, looser).equals(element.digestValue())) {
                    forgiven.add(at(element, SignatureCode.FORGAVE_LINE_BREAK, Map.of()));
                    return element.digestValue();
                }
            }
        }
        findings.add(at(
                element,
                SignatureCode.DIGEST_DIFFERS,
                Map.of("expected", base64(element.digestValue()), "found", base64(found))));
        return found;
    }

    private Optional<X509Certificate> certificate(SignatureElement element, List<Finding> findings) {
        if (element.certificate().isPresent()) {
            var parsed = certificates.parse(element.certificate().get());
            if (parsed.isEmpty()) {
                findings.add(at(element, SignatureCode.CERTIFICATE_UNREADABLE, Map.of()));
            }
            return parsed;
        }
        var found = element.keyName().flatMap(lookup::byKeyName);
        if (found.isEmpty()) {
            findings.add(at(
                    element,
                    SignatureCode.CERTIFICATE_MISSING,
                    Map.of("keyName", shown(element.keyName().orElse("")))));
        }
        return found;
    }

    private void value(
            Suite suite,
            X509Certificate certificate,
            SignatureElement element,
            List<Finding> findings,
            List<Finding> forgiven) {
        var key = certificate.getPublicKey();
        if ((suite == Suite.SM2_SM3) != Sm2.isSm2(key)) {
            findings.add(at(
                    element,
                    SignatureCode.ALGORITHM_DOES_NOT_FIT_KEY,
                    Map.of("algorithm", suite.signatureMethod(), "key", Sm2.isSm2(key) ? "SM2" : "RSA")));
            return;
        }
        if (verifies(suite, key, element.signedInfo(), element.value())) {
            return;
        }
        if (strictness == Strictness.LENIENT
                && verifies(suite, key, Looser.withoutSpaceBetweenTags(element.signedInfo()), element.value())) {
            forgiven.add(at(element, SignatureCode.FORGAVE_SIGNED_INFO_SPACE, Map.of()));
            return;
        }
        findings.add(at(element, SignatureCode.VALUE_DOES_NOT_VERIFY, Map.of()));
    }

    private static boolean verifies(Suite suite, PublicKey key, Bytes signedInfo, Bytes value) {
        try {
            return switch (suite) {
                case RSA_SHA1 -> rsa(key, signedInfo, value);
                case SM2_SM3 -> Sm2Signatures.verifies(signedInfo, key, value);
            };
        } catch (GeneralSecurityException | RuntimeException e) {
            return false; // a value or a key that breaks its rules is reported this way
        }
    }

    private static boolean rsa(PublicKey key, Bytes signedInfo, Bytes value) throws GeneralSecurityException {
        var signature = Signature.getInstance("SHA1withRSA", Sm2.provider());
        signature.initVerify(key);
        signature.update(signedInfo.array());
        return signature.verify(value.array());
    }

    private static Finding at(SignatureElement element, SignatureCode code, Map<String, String> values) {
        return new Finding(code, element.place(), values);
    }

    private static String base64(Bytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static String shown(String text) {
        return text.length() <= 120 ? text : text.substring(0, 120) + "...";
    }
}
