package io.kouan.ceb.envelope;

import io.kouan.ceb.certificate.Sm2;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.util.BigIntegers;

/**
 * SM2 public key encryption (GB/T 32918.4) in the form of GM/T 0009: a SEQUENCE of x, y, hash (SM3) and ciphertext. The order of the
 * parts, C1 C3 C2, is that of the standard since 2012.
 */
final class Sm2Encryption {

    private static final int FIELD = 32;
    private static final int POINT = 1 + 2 * FIELD;

    private Sm2Encryption() {}

    static byte[] encrypt(byte[] plain, PublicKey receiver, SecureRandom random) {
        var engine = new SM2Engine(new SM3Digest(), SM2Engine.Mode.C1C3C2);
        engine.init(true, new ParametersWithRandom(Sm2.parameters(receiver), random));
        try {
            var raw = engine.processBlock(plain, 0, plain.length);
            return new DERSequence(new org.bouncycastle.asn1.ASN1Encodable[] {
                        new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(raw, 1, 1 + FIELD))),
                        new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(raw, 1 + FIELD, POINT))),
                        new DEROctetString(Arrays.copyOfRange(raw, POINT, POINT + FIELD)),
                        new DEROctetString(Arrays.copyOfRange(raw, POINT + FIELD, raw.length))
                    })
                    .getEncoded();
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("encryption of a short key cannot fail", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] decrypt(byte[] der, PrivateKey key) throws GeneralSecurityException {
        return decrypt(der, Sm2.parameters(key));
    }

    /** The engine checks that the point lies on the curve and that the hash fits. */
    static byte[] decrypt(byte[] der, ECPrivateKeyParameters key) throws GeneralSecurityException {
        try {
            var parts = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(der));
            if (parts.size() != 4) {
                throw new GeneralSecurityException("not four parts");
            }
            var hash = ASN1OctetString.getInstance(parts.getObjectAt(2)).getOctets();
            var text = ASN1OctetString.getInstance(parts.getObjectAt(3)).getOctets();
            if (hash.length != FIELD || text.length == 0) {
                throw new GeneralSecurityException("parts of a wrong size");
            }
            var raw = new byte[POINT + FIELD + text.length];
            raw[0] = 4;
            coordinate(parts, 0, raw);
            coordinate(parts, 1, raw);
            System.arraycopy(hash, 0, raw, POINT, FIELD);
            System.arraycopy(text, 0, raw, POINT + FIELD, text.length);
            var engine = new SM2Engine(new SM3Digest(), SM2Engine.Mode.C1C3C2);
            engine.init(false, key);
            return engine.processBlock(raw, 0, raw.length);
        } catch (InvalidCipherTextException | IOException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static void coordinate(ASN1Sequence parts, int index, byte[] raw) {
        var value = ASN1Integer.getInstance(parts.getObjectAt(index)).getPositiveValue();
        var bytes = BigIntegers.asUnsignedByteArray(FIELD, value);
        System.arraycopy(bytes, 0, raw, 1 + index * FIELD, FIELD);
    }
}
