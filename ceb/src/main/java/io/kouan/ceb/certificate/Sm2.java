package io.kouan.ceb.certificate;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.jce.interfaces.ECPrivateKey;
import org.bouncycastle.jce.interfaces.ECPublicKey;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The curve of SM2 (GB/T 32918.5) and the provider that knows it. The provider is used as an object and never registered: a
 * library does not change its host's security settings.
 */
public final class Sm2 {

    /** Name of the curve. */
    public static final String CURVE = "sm2p256v1";

    private static final Provider PROVIDER = new BouncyCastleProvider();
    private static final X9ECParameters PARAMETERS = CustomNamedCurves.getByName(CURVE);

    /** The curve with its fast field arithmetic; the generic one is more than four times slower. */
    public static final ECDomainParameters DOMAIN =
            new ECDomainParameters(PARAMETERS.getCurve(), PARAMETERS.getG(), PARAMETERS.getN(), PARAMETERS.getH());

    private Sm2() {}

    /** Knows SM2, SM3 and SM4; not registered with the JVM. */
    public static Provider provider() {
        return PROVIDER;
    }

    /** A fresh key pair. */
    public static KeyPair generate(SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance("EC", PROVIDER);
            generator.initialize(new ECGenParameterSpec(CURVE), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the provider lost its curve", e);
        }
    }

    /** Whether this public key is a point on the curve of SM2. */
    public static boolean isSm2(PublicKey key) {
        return key instanceof ECPublicKey ec
                && ec.getParameters() != null
                && ec.getParameters().getN().equals(DOMAIN.getN());
    }

    /** The key for computing; only for keys that {@link #isSm2}. */
    public static ECPublicKeyParameters parameters(PublicKey key) {
        var point = ((ECPublicKey) key).getQ();
        return new ECPublicKeyParameters(
                DOMAIN.getCurve()
                        .createPoint(
                                point.getAffineXCoord().toBigInteger(),
                                point.getAffineYCoord().toBigInteger()),
                DOMAIN);
    }

    /** The key for computing. */
    public static ECPrivateKeyParameters parameters(PrivateKey key) {
        return parameters(((ECPrivateKey) key).getD());
    }

    /** The key for computing, from its number. */
    public static ECPrivateKeyParameters parameters(BigInteger d) {
        return new ECPrivateKeyParameters(d, DOMAIN);
    }
}
