package io.kouan.platform.credentials;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/**
 * A certificate on file.
 *
 * @param serial lower-case hex, as KeyName carries it
 * @param revokedAt empty while it counts
 */
public record KnownCertificate(String serial, long enterpriseId, X509Certificate x509, Optional<Instant> revokedAt) {

    public Instant notBefore() {
        return x509.getNotBefore().toInstant();
    }

    public Instant notAfter() {
        return x509.getNotAfter().toInstant();
    }

    public boolean isRevokedAt(Instant time) {
        return revokedAt.filter(revoked -> !revoked.isAfter(time)).isPresent();
    }
}
