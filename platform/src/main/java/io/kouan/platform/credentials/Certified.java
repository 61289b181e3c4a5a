package io.kouan.platform.credentials;

import io.kouan.ceb.certificate.EnterpriseCertificate;
import io.kouan.ceb.message.Bytes;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * A certificate just issued.
 *
 * @param file key and certificate, where the key was made here
 */
record Certified(X509Certificate certificate, Optional<Bytes> file) {

    String serial() {
        return new EnterpriseCertificate(certificate).serial();
    }
}
