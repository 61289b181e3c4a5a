package io.kouan.client.verify;

import io.kouan.ceb.certificate.EnterpriseCertificate;
import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.signature.Verdict;
import io.kouan.client.findings.FindingLines;
import io.kouan.client.terminal.Terminal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What verifying one message came to, ready to be shown.
 *
 * @param outcome valid, invalid, absent or unreadable
 * @param inForce whether the certificate is in force now; says nothing about revocation
 */
record VerdictReport(
        String input,
        String outcome,
        List<Finding> findings,
        Optional<Bytes> expectedDigest,
        Optional<Bytes> foundDigest,
        Optional<EnterpriseCertificate> certificate,
        boolean inForce) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneId.of("Asia/Shanghai"));

    static VerdictReport unreadable(String input, List<Finding> findings) {
        return new VerdictReport(
                input, "unreadable", findings, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    static VerdictReport of(String input, Verdict verdict, Instant now) {
        return switch (verdict) {
            case Verdict.Absent() ->
                new VerdictReport(
                        input, "absent", List.of(), Optional.empty(), Optional.empty(), Optional.empty(), false);
            case Verdict.Valid(var x509, var suite, var forgiven) -> {
                var certificate = new EnterpriseCertificate(x509);
                yield new VerdictReport(
                        input,
                        "valid",
                        forgiven,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(certificate),
                        isInForce(certificate, now));
            }
            case Verdict.Invalid(var findings, var expected, var found, var x509) -> {
                var certificate = x509.map(EnterpriseCertificate::new);
                yield new VerdictReport(
                        input,
                        "invalid",
                        findings,
                        Optional.of(expected),
                        found,
                        certificate,
                        certificate.filter(one -> isInForce(one, now)).isPresent());
            }
        };
    }

    private static boolean isInForce(EnterpriseCertificate certificate, Instant now) {
        return !now.isBefore(certificate.notBefore()) && !now.isAfter(certificate.notAfter());
    }

    boolean stands() {
        return outcome.equals("valid");
    }

    List<String> lines(Terminal terminal) {
        var lines = new ArrayList<String>();
        lines.add(terminal.text("verify." + outcome, input));
        certificate.ifPresent(one -> lines.add(terminal.text(
                inForce ? "verify.certificate" : "verify.expired",
                one.isSm2() ? "SM2-SM3" : "RSA-SHA1",
                one.serial(),
                one.enterpriseName().orElse("?"),
                DAY.format(one.notBefore()),
                DAY.format(one.notAfter()))));
        for (Finding finding : findings) {
            FindingLines.of(input, finding, terminal.language()).forEach(line -> lines.add("  " + line));
        }
        // one above the other, so that the eye compares them
        if (foundDigest.isPresent() && !foundDigest.equals(expectedDigest)) {
            lines.add("  " + terminal.text("verify.expected", base64(expectedDigest)));
            lines.add("  " + terminal.text("verify.found", base64(foundDigest)));
        }
        return lines;
    }

    Map<String, Object> object() {
        var object = new LinkedHashMap<String, Object>();
        object.put("input", input);
        object.put("outcome", outcome);
        certificate.ifPresent(one -> object.put("certificate", certificateObject(one)));
        expectedDigest.ifPresent(digest -> object.put("expectedDigest", base64(Optional.of(digest))));
        foundDigest.ifPresent(digest -> object.put("foundDigest", base64(Optional.of(digest))));
        object.put("findings", findings.stream().map(FindingLines::object).toList());
        return object;
    }

    private Map<String, Object> certificateObject(EnterpriseCertificate one) {
        var object = new LinkedHashMap<String, Object>();
        object.put("suite", one.isSm2() ? "SM2_SM3" : "RSA_SHA1");
        object.put("serial", one.serial());
        object.put("enterprise", one.enterpriseName().orElse(""));
        object.put("organisationCode", one.organisationCode().orElse(""));
        object.put("notBefore", one.notBefore().toString());
        object.put("notAfter", one.notAfter().toString());
        object.put("inForce", inForce);
        return object;
    }

    private static String base64(Optional<Bytes> bytes) {
        return bytes.map(found -> Base64.getEncoder().encodeToString(found.array()))
                .orElse("");
    }
}
