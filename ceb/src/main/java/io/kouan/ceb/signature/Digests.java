package io.kouan.ceb.signature;

import io.kouan.ceb.message.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.crypto.digests.SM3Digest;

/** The digest of each suite. */
final class Digests {

    private Digests() {}

    static Bytes of(Suite suite, Bytes bytes) {
        return switch (suite) {
            case RSA_SHA1 -> sha1(bytes);
            case SM2_SM3 -> sm3(bytes);
        };
    }

    static Bytes sm3(Bytes bytes) {
        var digest = new SM3Digest();
        digest.update(bytes.array(), 0, bytes.size());
        var out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return Bytes.of(out);
    }

    static Bytes sha1(Bytes bytes) {
        try {
            return Bytes.of(MessageDigest.getInstance("SHA-1").digest(bytes.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
