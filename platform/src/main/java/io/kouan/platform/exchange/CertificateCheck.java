package io.kouan.platform.exchange;

import io.kouan.ceb.certificate.EnterpriseCertificate;
import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.Place;
import io.kouan.platform.credentials.KnownCertificate;
import io.kouan.platform.port.PortTime;
import io.kouan.platform.transmission.Channel;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether a certificate that verified may speak for an enterprise: on file, in force, and that enterprise's own. */
final class CertificateCheck {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(PortTime.ZONE);

    private CertificateCheck() {}

    /** The objection, if there is one. */
    static Optional<Finding> check(
            X509Certificate certificate, Optional<KnownCertificate> onFile, Channel sender, Instant now, Place place) {
        if (onFile.isEmpty()) {
            return objection(
                    ExchangeCode.CERTIFICATE_UNKNOWN,
                    place,
                    Map.of("serial", new EnterpriseCertificate(certificate).serial()));
        }
        var known = onFile.get();
        if (known.enterpriseId() != sender.enterpriseId()) {
            return objection(
                    ExchangeCode.CERTIFICATE_OF_ANOTHER,
                    place,
                    Map.of("serial", known.serial(), "customsCode", sender.customsCode()));
        }
        if (known.isRevokedAt(now)) {
            return objection(
                    ExchangeCode.CERTIFICATE_REVOKED,
                    place,
                    Map.of(
                            "serial",
                            known.serial(),
                            "revokedAt",
                            TIME.format(known.revokedAt().orElse(now))));
        }
        if (now.isAfter(known.notAfter())) {
            return objection(
                    ExchangeCode.CERTIFICATE_EXPIRED,
                    place,
                    Map.of("serial", known.serial(), "notAfter", TIME.format(known.notAfter())));
        }
        if (now.isBefore(known.notBefore())) {
            return objection(
                    ExchangeCode.CERTIFICATE_NOT_YET_VALID,
                    place,
                    Map.of("serial", known.serial(), "notBefore", TIME.format(known.notBefore())));
        }
        return Optional.empty();
    }

    private static Optional<Finding> objection(ExchangeCode code, Place place, Map<String, String> values) {
        return Optional.of(new Finding(code, place, values));
    }
}
