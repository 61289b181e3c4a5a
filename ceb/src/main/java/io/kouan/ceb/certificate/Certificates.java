package io.kouan.ceb.certificate;

import io.kouan.ceb.message.Bytes;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/** Reads X.509 certificates of both generations; never trusts them. */
public final class Certificates {

    private static final int LARGEST = 16 * 1024;

    private Certificates() {}

    /** The certificate in these DER bytes; empty where they hold none that can be read. */
    public static Optional<X509Certificate> parse(Bytes der) {
        if (der.size() == 0 || der.size() > LARGEST) {
            return Optional.empty();
        }
        try {
            var factory = CertificateFactory.getInstance("X.509", Sm2.provider());
            return Optional.ofNullable((X509Certificate) factory.generateCertificate(der.stream()))
                    .filter(Certificates::hasUsableKey);
        } catch (GeneralSecurityException | RuntimeException e) {
            return Optional.empty(); // the parser throws what it likes on hostile bytes
        }
    }

    /** RSA up to 4096 bits, or SM2: anything else would only cost time. */
    private static boolean hasUsableKey(X509Certificate certificate) {
        var key = certificate.getPublicKey();
        return (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() <= 4096) || Sm2.isSm2(key);
    }
}
