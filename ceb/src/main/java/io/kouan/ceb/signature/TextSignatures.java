package io.kouan.ceb.signature;

import io.kouan.ceb.certificate.Sm2;
import io.kouan.ceb.message.Bytes;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;

/** Signatures over a text as it stands: SM2 with SM3, or RSA with SHA-256, which no message's signature uses. */
final class TextSignatures {

    static final String RSA = "SHA256withRSA";

    private TextSignatures() {}

    static boolean verifies(Bytes text, PublicKey key, Bytes value) {
        if (Sm2.isSm2(key)) {
            return Sm2Signatures.verifies(text, key, value);
        }
        try {
            var verifier = Signature.getInstance(RSA);
            verifier.initVerify(key);
            verifier.update(text.array());
            return verifier.verify(value.array());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
