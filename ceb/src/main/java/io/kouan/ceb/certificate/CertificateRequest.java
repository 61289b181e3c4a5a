package io.kouan.ceb.certificate;

import io.kouan.ceb.message.Bytes;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Set;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/**
 * A request for a certificate (证书请求, PKCS#10). Only its key is taken, and only where the request proves that the sender holds the
 * private one; whose certificate it becomes is said by the authority, never by the request.
 */
public sealed interface CertificateRequest {

    /** Signed with the private key that belongs to this public key. */
    record Proven(PublicKey key) implements CertificateRequest {}

    /** No request, or none that can be read. */
    record Unreadable() implements CertificateRequest {}

    /** Not signed with the private key that belongs to it. */
    record Unproven() implements CertificateRequest {}

    /** A key or an algorithm that cards do not have: SM2 with SM3, or RSA of 2048 to 4096 bits with SHA-2. */
    record Unsuitable() implements CertificateRequest {}

    /** Reads PEM or DER. */
    static CertificateRequest read(Bytes content) {
        return Reader.read(content);
    }

    /** How it is read. */
    final class Reader {

        private static final int LARGEST = 16 * 1024;
        private static final int SMALLEST_RSA = 2048;
        private static final int LARGEST_RSA = 4096;
        private static final int LARGEST_EXPONENT = 64;
        private static final byte SEQUENCE = 0x30;
        private static final String BEGIN = "-----BEGIN ";
        private static final Set<String> ALGORITHMS = Set.of(
                GMObjectIdentifiers.sm2sign_with_sm3.getId(),
                PKCSObjectIdentifiers.sha256WithRSAEncryption.getId(),
                PKCSObjectIdentifiers.sha384WithRSAEncryption.getId(),
                PKCSObjectIdentifiers.sha512WithRSAEncryption.getId());

        private Reader() {}

        static CertificateRequest read(Bytes content) {
            if (content.size() == 0 || content.size() > LARGEST) {
                return new Unreadable();
            }
            try {
                var request = new JcaPKCS10CertificationRequest(der(content)).setProvider(Sm2.provider());
                var key = request.getPublicKey();
                var algorithm = request.getSignatureAlgorithm().getAlgorithm().getId();
                if (!isSuitable(key) || !ALGORITHMS.contains(algorithm)) {
                    return new Unsuitable();
                }
                var verifier = new JcaContentVerifierProviderBuilder()
                        .setProvider(Sm2.provider())
                        .build(key);
                return request.isSignatureValid(verifier) ? new Proven(key) : new Unproven();
            } catch (PKCSException | OperatorCreationException e) {
                return new Unproven();
            } catch (IOException | GeneralSecurityException | RuntimeException e) {
                return new Unreadable(); // the parser throws what it likes on hostile bytes
            }
        }

        private static byte[] der(Bytes content) {
            if (content.array()[0] == SEQUENCE) {
                return content.array();
            }
            var text = content.utf8().strip();
            int begin = text.indexOf(BEGIN);
            int first = text.indexOf('\n', begin);
            int end = text.indexOf("-----END ", first);
            if (begin < 0 || first < 0 || end < 0) {
                throw new IllegalArgumentException("no PEM");
            }
            return Base64.getMimeDecoder().decode(text.substring(first, end));
        }

        private static boolean isSuitable(PublicKey key) {
            return Sm2.isSm2(key)
                    || (key instanceof RSAPublicKey rsa
                            && rsa.getModulus().bitLength() >= SMALLEST_RSA
                            && rsa.getModulus().bitLength() <= LARGEST_RSA
                            && rsa.getPublicExponent().bitLength() <= LARGEST_EXPONENT);
        }
    }
}
