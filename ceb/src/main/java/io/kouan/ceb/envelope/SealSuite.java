package io.kouan.ceb.envelope;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.MGF1ParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.paddings.PKCS7Padding;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/** The two suites of confidentiality (decision 3): how the content's key travels, and how the content is encrypted. */
enum SealSuite {
    /** SM2 (GB/T 32918.4) with SM4 in CBC mode (GB/T 32907) */
    SM2_SM4(16, "1.2.156.10197.1.104.2") {
        @Override
        AlgorithmIdentifier transport() {
            return new AlgorithmIdentifier(SM2_ENCRYPT);
        }

        @Override
        boolean accepts(AlgorithmIdentifier transport) {
            return transport.getAlgorithm().equals(SM2_ENCRYPT);
        }

        @Override
        byte[] wrap(byte[] key, PublicKey receiver, SecureRandom random) {
            return Sm2Encryption.encrypt(key, receiver, random);
        }

        @Override
        byte[] unwrapped(byte[] wrapped, AlgorithmIdentifier transport, PrivateKey key)
                throws GeneralSecurityException {
            return Sm2Encryption.decrypt(wrapped, key);
        }

        @Override
        byte[] crypt(boolean forEncryption, byte[] content, byte[] key, byte[] iv) throws GeneralSecurityException {
            var cipher = new PaddedBufferedBlockCipher(CBCBlockCipher.newInstance(new SM4Engine()), new PKCS7Padding());
            cipher.init(forEncryption, new ParametersWithIV(new KeyParameter(key), iv));
            var out = new byte[cipher.getOutputSize(content.length)];
            try {
                int size = cipher.processBytes(content, 0, content.length, out, 0);
                size += cipher.doFinal(out, size);
                return size == out.length ? out : java.util.Arrays.copyOf(out, size);
            } catch (InvalidCipherTextException e) {
                throw new GeneralSecurityException(e);
            }
        }
    },
    /** RSA-OAEP with SHA-256 (PKCS#1) and AES-256 in CBC mode */
    RSA_AES(32, "2.16.840.1.101.3.4.1.42") {
        @Override
        AlgorithmIdentifier transport() {
            return new AlgorithmIdentifier(
                    PKCSObjectIdentifiers.id_RSAES_OAEP,
                    new RSAESOAEPparams(
                            SHA256,
                            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, SHA256),
                            RSAESOAEPparams.DEFAULT_P_SOURCE_ALGORITHM));
        }

        @Override
        boolean accepts(AlgorithmIdentifier transport) {
            return transport.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSAES_OAEP);
        }

        @Override
        byte[] wrap(byte[] key, PublicKey receiver, SecureRandom random) throws GeneralSecurityException {
            var cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(Cipher.ENCRYPT_MODE, receiver, oaep("SHA-256"), random);
            return cipher.doFinal(key);
        }

        @Override
        byte[] unwrapped(byte[] wrapped, AlgorithmIdentifier transport, PrivateKey key)
                throws GeneralSecurityException {
            var hash = RSAESOAEPparams.getInstance(transport.getParameters()).getHashAlgorithm();
            var cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    key,
                    oaep(hash.getAlgorithm().equals(SHA256.getAlgorithm()) ? "SHA-256" : "SHA-1"));
            return cipher.doFinal(wrapped);
        }

        @Override
        byte[] crypt(boolean forEncryption, byte[] content, byte[] key, byte[] iv) throws GeneralSecurityException {
            var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(
                    forEncryption ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new IvParameterSpec(iv));
            return cipher.doFinal(content);
        }
    };

    /** Block and initialisation vector of both ciphers. */
    static final int BLOCK = 16;

    /** SM2 public key encryption (GM/T 0006) */
    private static final ASN1ObjectIdentifier SM2_ENCRYPT = new ASN1ObjectIdentifier("1.2.156.10197.1.301.3");

    private static final AlgorithmIdentifier SHA256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);

    private final int keySize;
    private final String cipher;

    SealSuite(int keySize, String cipher) {
        this.keySize = keySize;
        this.cipher = cipher;
    }

    int keySize() {
        return keySize;
    }

    ASN1ObjectIdentifier cipher() {
        return new ASN1ObjectIdentifier(cipher);
    }

    abstract AlgorithmIdentifier transport();

    abstract boolean accepts(AlgorithmIdentifier transport);

    abstract byte[] wrap(byte[] key, PublicKey receiver, SecureRandom random) throws GeneralSecurityException;

    abstract byte[] unwrapped(byte[] wrapped, AlgorithmIdentifier transport, PrivateKey key)
            throws GeneralSecurityException;

    abstract byte[] crypt(boolean forEncryption, byte[] content, byte[] key, byte[] iv) throws GeneralSecurityException;

    byte[] unwrap(byte[] wrapped, AlgorithmIdentifier transport, PrivateKey key) throws GeneralSecurityException {
        var plain = unwrapped(wrapped, transport, key);
        if (plain.length != keySize) {
            throw new GeneralSecurityException("a key of " + plain.length + " bytes");
        }
        return plain;
    }

    byte[] encrypt(byte[] content, byte[] key, byte[] iv) throws GeneralSecurityException {
        return crypt(true, content, key, iv);
    }

    byte[] decrypt(byte[] content, byte[] key, byte[] iv) throws GeneralSecurityException {
        return crypt(false, content, key, iv);
    }

    private static OAEPParameterSpec oaep(String hash) {
        return new OAEPParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), PSource.PSpecified.DEFAULT);
    }
}
