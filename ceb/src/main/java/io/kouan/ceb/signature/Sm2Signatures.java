package io.kouan.ceb.signature;

import io.kouan.ceb.certificate.Sm2;
import io.kouan.ceb.message.Bytes;
import java.security.PublicKey;
import java.security.SecureRandom;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;

/**
 * Signatures of GB/T 32918.2 as messages carry them: r and s, 32 bytes each, with the default user id. By the lightweight
 * interface, which is 3.6 times faster than the provider's.
 */
final class Sm2Signatures {

    private static final int SIZE = 64;

    private Sm2Signatures() {}

    static Bytes sign(Bytes message, ECPrivateKeyParameters key, SecureRandom random) throws CryptoException {
        var signer = signer(true, new ParametersWithRandom(key, random), message);
        return Bytes.of(signer.generateSignature());
    }

    /** Only for keys that {@link Sm2#isSm2}; a value of any other size or range is simply false. */
    static boolean verifies(Bytes message, PublicKey key, Bytes value) {
        return value.size() == SIZE
                && signer(false, Sm2.parameters(key), message).verifySignature(value.array());
    }

    private static SM2Signer signer(boolean forSigning, CipherParameters parameters, Bytes message) {
        var signer = new SM2Signer(PlainDSAEncoding.INSTANCE, new SM3Digest());
        signer.init(forSigning, parameters);
        signer.update(message.array(), 0, message.size());
        return signer;
    }
}
