package io.kouan.ceb.signature;

import io.kouan.ceb.certificate.Sm2;
import io.kouan.ceb.message.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Collections;
import org.bouncycastle.crypto.CryptoException;

/**
 * A private key in a file (PKCS#12), RSA or SM2. For tests, the sandbox and servers that guard their files; it protects the key
 * no better than the file is protected.
 */
public final class SoftwareKey implements Signer {

    private final PrivateKey key;
    private final X509Certificate certificate;
    private final SecureRandom random = new SecureRandom();

    public SoftwareKey(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /**
     * Loads the first key of a PKCS#12 file.
     *
     * @throws UnusableKey where the PIN is wrong or the file holds no key
     */
    public static SoftwareKey load(InputStream pkcs12, char[] pin) {
        try {
            var store = KeyStore.getInstance("PKCS12", Sm2.provider());
            store.load(pkcs12, pin);
            for (var alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    return new SoftwareKey(
                            (PrivateKey) store.getKey(alias, pin), (X509Certificate) store.getCertificate(alias));
                }
            }
        } catch (GeneralSecurityException | IOException e) {
            throw new UnusableKey("the file is no PKCS#12 key store, or the PIN is wrong", e);
        }
        throw new UnusableKey("the file holds no private key", null);
    }

    /** The key and its certificate as PKCS#12. */
    public Bytes store(char[] pin) {
        try {
            var store = KeyStore.getInstance("PKCS12", Sm2.provider());
            store.load(null, pin);
            store.setKeyEntry("key", key, pin, new X509Certificate[] {certificate});
            var out = new ByteArrayOutputStream();
            store.store(out, pin);
            return Bytes.of(out.toByteArray());
        } catch (GeneralSecurityException | IOException e) {
            throw new UnusableKey("the key cannot be stored", e);
        }
    }

    /** The key itself, for opening sealed contents; whoever asks for it guards it from then on. */
    public PrivateKey privateKey() {
        return key;
    }

    @Override
    public X509Certificate certificate() {
        return certificate;
    }

    @Override
    public Suite suite() {
        return Sm2.isSm2(certificate.getPublicKey()) ? Suite.SM2_SM3 : Suite.RSA_SHA1;
    }

    @Override
    public Bytes sign(Bytes signedInfo) {
        try {
            return switch (suite()) {
                case RSA_SHA1 -> rsa("SHA1withRSA", signedInfo);
                case SM2_SM3 -> Sm2Signatures.sign(signedInfo, Sm2.parameters(key), random);
            };
        } catch (GeneralSecurityException | CryptoException e) {
            throw new UnusableKey("the key cannot sign", e);
        }
    }

    /** Signs a text whose first words say what it is; RSA with SHA-256, so that the value counts for no message. */
    Bytes signText(Bytes text) {
        try {
            return switch (suite()) {
                case RSA_SHA1 -> rsa(TextSignatures.RSA, text);
                case SM2_SM3 -> Sm2Signatures.sign(text, Sm2.parameters(key), random);
            };
        } catch (GeneralSecurityException | CryptoException e) {
            throw new UnusableKey("the key cannot sign", e);
        }
    }

    private Bytes rsa(String algorithm, Bytes message) throws GeneralSecurityException {
        var signature = Signature.getInstance(algorithm);
        signature.initSign(key, random);
        signature.update(message.array());
        return Bytes.of(signature.sign());
    }
}
