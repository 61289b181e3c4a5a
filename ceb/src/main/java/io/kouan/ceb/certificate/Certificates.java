package io.kouan.ceb.certificate;

import io.kouan.ceb.message.Bytes;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/** Reads X.509 certificates of both generations; never trusts them. */
public final class Certificates {

    private static final int LARGEST = 16 * 1024;
    private static final int LARGEST_RSA = 4096;
    private static final int LARGEST_RSA_EXPONENT = 64;

    /** What DER starts with; the parser would take PEM as well. */
    private static final byte SEQUENCE = 0x30;

    private Certificates() {}

    /** The certificate in these DER bytes; empty where they hold none that can be read. */
    public static Optional<X509Certificate> parse(Bytes der) {
        if (der.size() == 0 || der.size() > LARGEST || der.array()[0] != SEQUENCE) {
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

    /** The list of revoked certificates (CRL) in these DER bytes; empty where they hold none that can be read. */
    public static Optional<X509CRL> revocationList(Bytes der) {
        try {
            var factory = CertificateFactory.getInstance("X.509", Sm2.provider());
            return Optional.ofNullable((X509CRL) factory.generateCRL(der.stream()));
        } catch (GeneralSecurityException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** RSA up to 4096 bits with an exponent that costs nothing, or SM2: anything else would only cost time. */
    private static boolean hasUsableKey(X509Certificate certificate) {
        var key = certificate.getPublicKey();
        return (key instanceof RSAPublicKey rsa
                        && rsa.getModulus().bitLength() <= LARGEST_RSA
                        && rsa.getPublicExponent().bitLength() <= LARGEST_RSA_EXPONENT)
                || Sm2.isSm2(key);
    }
}
