package io.kouan.ceb.certificate;

import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.Place;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a certificate counts at a time: issued by somebody who is trusted, for signing, in force, not revoked. Offline: with the
 * issuers and the revocation lists that it is given.
 *
 * <p>Security guarantees: every link is verified with the issuer's key, issuers are those given and nobody else, and a revocation
 * list counts only with its issuer's signature. Not guaranteed: that the lists are the latest, nor whose certificate it is.
 */
public final class CertificateCheck {

    private static final int LONGEST_CHAIN = 4;
    private static final int DIGITAL_SIGNATURE = 0;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    private final List<X509Certificate> issuers;
    private final List<X509CRL> revocationLists;

    /**
     * @param issuers who is trusted to issue; their own issuers need not be known
     * @param revocationLists those that are at hand
     */
    public CertificateCheck(Collection<X509Certificate> issuers, Collection<X509CRL> revocationLists) {
        this.issuers = List.copyOf(issuers);
        this.revocationLists = List.copyOf(revocationLists);
    }

    /** Everything that speaks against the certificate at this time; nothing where it counts. */
    public List<Finding> check(X509Certificate certificate, Instant at, Place place) {
        var findings = new ArrayList<Finding>();
        var serial = new EnterpriseCertificate(certificate).serial();
        if (at.isBefore(certificate.getNotBefore().toInstant())) {
            findings.add(new Finding(
                    CertificateCode.CERTIFICATE_NOT_YET_IN_FORCE,
                    place,
                    Map.of(
                            "serial",
                            serial,
                            "from",
                            time(certificate.getNotBefore().toInstant()))));
        }
        if (at.isAfter(certificate.getNotAfter().toInstant())) {
            findings.add(new Finding(
                    CertificateCode.CERTIFICATE_NO_LONGER_IN_FORCE,
                    place,
                    Map.of(
                            "serial",
                            serial,
                            "to",
                            time(certificate.getNotAfter().toInstant()))));
        }
        boolean[] usage = certificate.getKeyUsage();
        if (usage != null && !usage[DIGITAL_SIGNATURE]) {
            findings.add(Finding.of(CertificateCode.CERTIFICATE_NOT_FOR_SIGNING, place, "serial", serial));
        }
        chain(certificate, at, place, serial, findings);
        return findings;
    }

    private void chain(X509Certificate certificate, Instant at, Place place, String serial, List<Finding> findings) {
        var current = certificate;
        for (int links = 0; links < LONGEST_CHAIN; links++) {
            var issuer = issuerOf(current);
            if (issuer.isEmpty()) {
                if (links == 0) {
                    var name = current.getIssuerX500Principal().getName();
                    findings.add(new Finding(
                            CertificateCode.ISSUER_UNKNOWN, place, Map.of("serial", serial, "issuer", name)));
                }
                return; // whoever issued a trusted issuer need not be known
            }
            if (links > 0 && issuer.get().equals(current)) {
                return; // a root, which was looked at as an issuer
            }
            revocation(current, issuer.get(), at)
                    .ifPresent(since -> findings.add(new Finding(
                            CertificateCode.CERTIFICATE_WITHDRAWN,
                            place,
                            Map.of("serial", serial, "since", time(since)))));
            if (isOutOfForce(issuer.get(), at)) {
                findings.add(new Finding(
                        CertificateCode.ISSUER_NOT_IN_FORCE,
                        place,
                        Map.of("issuer", issuer.get().getSubjectX500Principal().getName())));
            }
            current = issuer.get();
        }
    }

    private Optional<X509Certificate> issuerOf(X509Certificate certificate) {
        return issuers.stream()
                .filter(issuer -> issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .filter(issuer -> issuer.getBasicConstraints() >= 0)
                .filter(issuer -> isSignedBy(certificate, issuer))
                .findFirst();
    }

    private static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey(), Sm2.provider());
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    private Optional<Instant> revocation(X509Certificate certificate, X509Certificate issuer, Instant at) {
        return revocationLists.stream()
                .filter(list -> list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal()))
                .filter(list -> isSignedBy(list, issuer))
                .map(list -> Optional.ofNullable(list.getRevokedCertificate(certificate.getSerialNumber())))
                .flatMap(Optional::stream)
                .map(entry -> entry.getRevocationDate().toInstant())
                .filter(since -> !since.isAfter(at))
                .min(Instant::compareTo);
    }

    private static boolean isSignedBy(X509CRL list, X509Certificate issuer) {
        try {
            list.verify(issuer.getPublicKey(), Sm2.provider());
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    private static boolean isOutOfForce(X509Certificate issuer, Instant at) {
        return at.isBefore(issuer.getNotBefore().toInstant())
                || at.isAfter(issuer.getNotAfter().toInstant());
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }
}
