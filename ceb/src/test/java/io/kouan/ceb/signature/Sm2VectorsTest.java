package io.kouan.ceb.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.certificate.Sm2;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.spec.SpecFile;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.jce.spec.ECParameterSpec;
import org.bouncycastle.jce.spec.ECPublicKeySpec;
import org.bouncycastle.util.BigIntegers;
import org.bouncycastle.util.test.TestRandomBigInteger;
import org.junit.jupiter.api.Test;

/** The numbers of GB/T 32918.5 and of our own vectors (signature.md, section 10), and values on the edge. */
class Sm2VectorsTest {

    private static final BigInteger D =
            new BigInteger("3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8", 16);
    private static final String K = "59276E27D506861A16680F3AD9C02DCCEF3CC1FA3CDBE4CE6D54B80DEAC1BC21";
    private static final BigInteger N = Sm2.DOMAIN.getN();
    private static final PublicKey KEY = publicKey();

    @Test
    void theHashOfTheStandard() {
        assertThat(Digests.sm3(Bytes.utf8("abc")).hex())
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        assertThat(Digests.sm3(Bytes.utf8("abcd".repeat(16))).hex())
                .isEqualTo("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
    }

    @Test
    void theIdentityOfTheSignerEntersTheHash() {
        var vector = Bytes.of(new SpecFile("vectors/ceb513-sm2-signedinfo.c14n.xml").bytes());

        assertThat(Digests.sm3(vector).hex())
                .isEqualTo("060751bccef8840ec0d6a49a9a11e8cf164e0d97c9598202708d6c65a3c3748b");
        var signer = new HashShowing();
        signer.init(false, Sm2.parameters(KEY));
        signer.update(vector.array(), 0, vector.size());
        signer.verifySignature(HexFormat.of().parseHex("3006020101020101"));
        assertThat(HexFormat.of().formatHex(signer.hash))
                .as("e = SM3(Z_A and the message)")
                .isEqualTo("ecfa378fd01cab5dd884e8c6e178cfb6c6c260b1e1082ad7f39bbb1868e5f204");
    }

    @Test
    void theSignatureOfTheStandardWithItsOwnRandomNumber() throws Exception {
        assertThat(signed(Bytes.utf8("message digest")).hex())
                .isEqualTo("f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3"
                        + "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa");
    }

    @Test
    void theSignatureOfTheVector() throws Exception {
        var vector = Bytes.of(new SpecFile("vectors/ceb513-sm2-signedinfo.c14n.xml").bytes());

        var value = signed(vector);

        assertThat(Base64.getEncoder().encodeToString(value.array()))
                .isEqualTo("8eY0AV6pwvY6iRrtb/DObQggj4/vD2bnQv/J5Zb6jHe0uFvvIc7awuhlCvmyL6D6XK/Qpjzu1uXDUBdwUI2g4A==");
        assertThat(Sm2Signatures.verifies(vector, KEY, value)).isTrue();
    }

    @Test
    void valuesOutOfRangeDoNotVerifyAndDoNotFail() throws Exception {
        var message = Bytes.utf8("message digest");
        var good = signed(message).array();
        var r = new BigInteger(1, good, 0, 32);
        var s = new BigInteger(1, good, 32, 32);
        var edges = List.of(
                BigInteger.ZERO,
                BigInteger.ONE,
                N.subtract(BigInteger.ONE),
                N,
                N.add(BigInteger.ONE),
                N.subtract(r),
                N.subtract(s),
                BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE));

        assertThat(Sm2Signatures.verifies(message, KEY, raw(r, s))).isTrue();
        for (BigInteger edge : edges) {
            assertThat(Sm2Signatures.verifies(message, KEY, raw(r, edge)))
                    .as("s = %s", edge)
                    .isFalse();
            assertThat(Sm2Signatures.verifies(message, KEY, raw(edge, s)))
                    .as("r = %s", edge)
                    .isFalse();
            for (BigInteger other : edges) {
                assertThat(Sm2Signatures.verifies(message, KEY, raw(edge, other)))
                        .isFalse();
            }
        }
        assertThat(Sm2Signatures.verifies(message, KEY, raw(r, N.subtract(s))))
                .as("not malleable")
                .isFalse();
        assertThat(Sm2Signatures.verifies(message, KEY, raw(s, r))).isFalse();
    }

    @Test
    void onlySixtyFourBytesAreAValue() throws Exception {
        var message = Bytes.utf8("message digest");
        var good = signed(message).array();
        for (int size = 0; size < 200; size++) {
            var value = Bytes.of(java.util.Arrays.copyOf(good, size));
            assertThat(Sm2Signatures.verifies(message, KEY, value)).isEqualTo(size == 64);
        }
    }

    @Test
    void noChangedBitVerifies() throws Exception {
        var random = new SplittableRandom(20260301);
        for (int i = 0; i < 300; i++) {
            var message = new byte[random.nextInt(1, 300)];
            random.nextBytes(message);
            var value = signed(Bytes.of(message)).array();
            int bit = random.nextInt(512);
            var changed = value.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            var other = message.clone();
            other[random.nextInt(other.length)] ^= 1;

            assertThat(Sm2Signatures.verifies(Bytes.of(message), KEY, Bytes.of(value)))
                    .isTrue();
            assertThat(Sm2Signatures.verifies(Bytes.of(message), KEY, Bytes.of(changed)))
                    .isFalse();
            assertThat(Sm2Signatures.verifies(Bytes.of(other), KEY, Bytes.of(value)))
                    .isFalse();
        }
    }

    private static Bytes signed(Bytes message) throws CryptoException {
        return Sm2Signatures.sign(message, Sm2.parameters(D), new TestRandomBigInteger(K, 16));
    }

    private static Bytes raw(BigInteger r, BigInteger s) {
        var bytes = new byte[64];
        BigIntegers.asUnsignedByteArray(r, bytes, 0, 32);
        BigIntegers.asUnsignedByteArray(s, bytes, 32, 32);
        return Bytes.of(bytes);
    }

    /** Lets a test see what goes into the equation. */
    private static final class HashShowing extends SM2Signer {
        private byte[] hash = new byte[0];

        @Override
        protected BigInteger calculateE(BigInteger n, byte[] message) {
            hash = message;
            return super.calculateE(n, message);
        }
    }

    private static PublicKey publicKey() {
        try {
            var spec = new ECParameterSpec(Sm2.DOMAIN.getCurve(), Sm2.DOMAIN.getG(), N);
            var point = Sm2.DOMAIN.getG().multiply(D).normalize();
            assertThat(point.getAffineXCoord().toBigInteger())
                    .isEqualTo(new BigInteger("09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020", 16));
            return KeyFactory.getInstance("EC", Sm2.provider()).generatePublic(new ECPublicKeySpec(point, spec));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
