package io.kouan.ceb.signature;

import io.kouan.ceb.certificate.CertificateCheck;
import io.kouan.ceb.certificate.EnterpriseCertificate;
import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.Place;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.Reading;
import io.kouan.ceb.message.SignatureElement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A signature explained to a person: each step of verification with its result, the digests side by side, the certificate, and the
 * very bytes that were digested and signed, for comparing with what another program computes.
 *
 * @param suite where the algorithm names are known
 * @param expectedDigest what DigestValue says
 * @param foundDigest what the canonical bytes give, where the algorithm is known
 * @param canonical the bytes that the digest covers
 * @param signedInfo the bytes that the value covers
 */
public record SignatureExplanation(
        Outcome outcome,
        Optional<Suite> suite,
        List<Step> steps,
        Optional<Bytes> expectedDigest,
        Optional<Bytes> foundDigest,
        Optional<EnterpriseCertificate> certificate,
        Bytes canonical,
        Bytes signedInfo) {

    /** What it came to. */
    public enum Outcome {
        /** every step holds */
        STANDS,
        /** a step does not hold */
        FALLS,
        /** there is no signature */
        ABSENT
    }

    /** How a step went. */
    public enum Result {
        HOLDS,
        /** holds only because lenient verification forgave something */
        FORGIVEN,
        FAILS,
        /** could not be looked at because an earlier step failed, or nobody asked */
        NOT_CHECKED
    }

    /** One step and what was found at it. */
    public record Step(VerificationStep step, Result result, List<Finding> findings) {}

    /** All findings of all steps. */
    public List<Finding> findings() {
        return steps.stream().flatMap(step -> step.findings().stream()).toList();
    }

    /** Explains without looking at who issued the certificate. */
    public static SignatureExplanation of(Reading.Read read, SignatureVerifier verifier) {
        return explain(read, verifier, certificate -> Optional.empty());
    }

    /** Explains, and checks the certificate at this time. */
    public static SignatureExplanation of(
            Reading.Read read, SignatureVerifier verifier, CertificateCheck check, Instant at) {
        var place = read.signature().map(SignatureElement::place).orElse(Place.WHOLE);
        return explain(read, verifier, certificate -> Optional.of(check.check(certificate.x509(), at, place)));
    }

    /** Looks at who issued a certificate, if anybody asked. */
    private interface Trust {
        Optional<List<Finding>> check(EnterpriseCertificate certificate);
    }

    private static SignatureExplanation explain(Reading.Read read, SignatureVerifier verifier, Trust trust) {
        return switch (verifier.verify(read)) {
            case Verdict.Absent() -> absent(read);
            case Verdict.Valid(var x509, var suite, var forgiven) -> {
                var certificate = Optional.of(new EnterpriseCertificate(x509));
                var steps = steps(forgiven, Set.of(), certificate.flatMap(trust::check));
                var digest = read.signature().orElseThrow().digestValue();
                yield explained(read, Optional.of(suite), steps, Optional.of(digest), certificate);
            }
            case Verdict.Invalid(var findings, var expected, var found, var x509) -> {
                var suite = verifier.suiteOf(read.signature().orElseThrow());
                var certificate = x509.map(EnterpriseCertificate::new);
                var unchecked = unchecked(suite.isPresent() && x509.isPresent(), found.isPresent(), findings);
                var steps = steps(findings, unchecked, certificate.flatMap(trust::check));
                yield explained(read, suite, steps, found, certificate);
            }
        };
    }

    private static SignatureExplanation absent(Reading.Read read) {
        return new SignatureExplanation(
                Outcome.ABSENT,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                read.canonical(),
                Bytes.EMPTY);
    }

    private static SignatureExplanation explained(
            Reading.Read read,
            Optional<Suite> suite,
            List<Step> steps,
            Optional<Bytes> found,
            Optional<EnterpriseCertificate> certificate) {
        boolean falls = steps.stream().anyMatch(step -> step.result() == Result.FAILS);
        var element = read.signature().orElseThrow();
        return new SignatureExplanation(
                falls ? Outcome.FALLS : Outcome.STANDS,
                suite,
                steps,
                Optional.of(element.digestValue()),
                found,
                certificate,
                read.canonical(),
                element.signedInfo());
    }

    /** The steps that verification could not take. */
    private static Set<VerificationStep> unchecked(boolean hasKey, boolean hasDigest, List<Finding> findings) {
        var unchecked = EnumSet.noneOf(VerificationStep.class);
        if (!hasDigest) {
            unchecked.add(VerificationStep.DIGEST);
        }
        boolean fits =
                findings.stream().noneMatch(finding -> finding.code() == SignatureCode.ALGORITHM_DOES_NOT_FIT_KEY);
        if (!hasKey || !fits) {
            unchecked.add(VerificationStep.VALUE);
        }
        return unchecked;
    }

    private static List<Step> steps(
            List<Finding> findings, Set<VerificationStep> unchecked, Optional<List<Finding>> trust) {
        var steps = new ArrayList<Step>();
        for (VerificationStep step : VerificationStep.values()) {
            if (step == VerificationStep.TRUST) {
                steps.add(trust.map(found -> step(step, found))
                        .orElseGet(() -> new Step(step, Result.NOT_CHECKED, List.of())));
            } else if (unchecked.contains(step)) {
                steps.add(new Step(step, Result.NOT_CHECKED, List.of()));
            } else {
                steps.add(step(
                        step,
                        findings.stream()
                                .filter(finding -> VerificationStep.of(finding.code()) == step)
                                .toList()));
            }
        }
        return List.copyOf(steps);
    }

    private static Step step(VerificationStep step, List<Finding> findings) {
        if (findings.isEmpty()) {
            return new Step(step, Result.HOLDS, findings);
        }
        boolean fails = findings.stream().anyMatch(Finding::isError);
        return new Step(step, fails ? Result.FAILS : Result.FORGIVEN, findings);
    }
}
