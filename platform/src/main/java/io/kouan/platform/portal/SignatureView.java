package io.kouan.platform.portal;

import io.kouan.ceb.certificate.EnterpriseCertificate;
import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.Language;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.Reading;
import io.kouan.ceb.message.SignatureElement;
import io.kouan.ceb.signature.SignatureCode;
import io.kouan.ceb.signature.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A signature explained step by step, in the order in which it is verified (验签过程).
 *
 * @param expectedDigest what DigestValue says, Base64
 * @param foundDigest what the canonical bytes give, Base64; empty where the algorithm is unknown
 * @param canonical the bytes that were digested, as text, cut; empty where they may not be shown
 */
record SignatureView(
        boolean valid,
        List<Step> steps,
        String suite,
        String expectedDigest,
        String foundDigest,
        Certificate certificate,
        String canonical,
        boolean canonicalCut) {

    private static final int MOST_CANONICAL = 64 * 1024;

    /** What a step looks at, in the order of verification. */
    enum Subject {
        PLACE,
        ALGORITHM,
        REFERENCE,
        DIGEST,
        CERTIFICATE,
        VALUE
    }

    /** How a step went. */
    enum Outcome {
        PASSED,
        FAILED,
        FORGIVEN,
        NOT_REACHED
    }

    record Step(Subject subject, Outcome outcome, List<FindingView> findings) {}

    /** The certificate as far as it is no personal matter. */
    record Certificate(String serial, String enterprise, String suite, String from, String until, boolean onFile) {
        static final Certificate NONE = new Certificate("", "", "", "", "", false);

        public boolean known() {
            return !serial.isEmpty();
        }
    }

    /** Explains; empty where the message carries no signature. */
    static Optional<SignatureView> of(
            Reading.Read read, Verdict verdict, Predicate<X509Certificate> onFile, boolean own, Language language) {
        return read.signature().map(element -> of(read, element, verdict, onFile, own, language));
    }

    private static SignatureView of(
            Reading.Read read,
            SignatureElement element,
            Verdict verdict,
            Predicate<X509Certificate> onFile,
            boolean own,
            Language language) {
        boolean valid = verdict instanceof Verdict.Valid;
        var findings = switch (verdict) {
            case Verdict.Valid it -> it.forgiven();
            case Verdict.Invalid it -> it.findings();
            case Verdict.Absent _ -> List.<Finding>of();
        };
        var found = switch (verdict) {
            case Verdict.Valid _ -> Optional.of(element.digestValue());
            case Verdict.Invalid it -> it.foundDigest();
            case Verdict.Absent _ -> Optional.<Bytes>empty();
        };
        var certificate = switch (verdict) {
            case Verdict.Valid it -> Optional.of(it.certificate());
            case Verdict.Invalid it -> it.certificate();
            case Verdict.Absent _ -> Optional.<X509Certificate>empty();
        };
        return new SignatureView(
                valid,
                steps(findings, valid, certificate.isPresent(), language),
                suite(element),
                base64(element.digestValue()),
                found.map(SignatureView::base64).orElse(""),
                certificate.map(it -> shown(it, onFile.test(it))).orElse(Certificate.NONE),
                own ? cut(read.canonical()) : "",
                read.canonical().size() > MOST_CANONICAL);
    }

    private static List<Step> steps(List<Finding> findings, boolean valid, boolean certificate, Language language) {
        var steps = new ArrayList<Step>();
        for (Subject subject : Subject.values()) {
            var own = findings.stream().filter(it -> subject(it) == subject).toList();
            boolean reached = valid || subject != Subject.VALUE || certificate;
            var outcome = own.stream().anyMatch(Finding::isError)
                    ? Outcome.FAILED
                    : !own.isEmpty() ? Outcome.FORGIVEN : reached ? Outcome.PASSED : Outcome.NOT_REACHED;
            steps.add(new Step(subject, outcome, FindingView.of(own, language)));
        }
        return steps;
    }

    private static Subject subject(Finding finding) {
        if (!(finding.code() instanceof SignatureCode code)) {
            return Subject.PLACE;
        }
        return switch (code) {
            case UNKNOWN_CANONICALIZATION,
                    UNKNOWN_ALGORITHM,
                    ALGORITHMS_DO_NOT_PAIR,
                    ALGORITHM_DOES_NOT_FIT_KEY,
                    FORGAVE_ALGORITHM_NAMES -> Subject.ALGORITHM;
            case REFERENCE_NOT_WHOLE_DOCUMENT, WRONG_TRANSFORM -> Subject.REFERENCE;
            case DIGEST_DIFFERS, FORGAVE_LINE_BREAK -> Subject.DIGEST;
            case CERTIFICATE_MISSING, CERTIFICATE_UNREADABLE -> Subject.CERTIFICATE;
            case VALUE_DOES_NOT_VERIFY, FORGAVE_SIGNED_INFO_SPACE -> Subject.VALUE;
        };
    }

    private static Certificate shown(X509Certificate x509, boolean onFile) {
        var certificate = new EnterpriseCertificate(x509);
        return new Certificate(
                certificate.serial(),
                certificate.enterpriseName().orElse(""),
                certificate.isSm2() ? "SM2" : "RSA",
                Shown.time(certificate.notBefore()),
                Shown.time(certificate.notAfter()),
                onFile);
    }

    private static String suite(SignatureElement element) {
        var method = element.signatureMethod();
        return method.substring(method.indexOf('#') + 1);
    }

    private static String base64(Bytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static String cut(Bytes canonical) {
        return new String(canonical.array(), 0, Math.min(canonical.size(), MOST_CANONICAL), StandardCharsets.UTF_8);
    }
}
