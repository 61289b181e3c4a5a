package io.kouan.ceb.signature;

import io.kouan.ceb.certificate.SandboxAuthority;
import io.kouan.ceb.certificate.Sm2;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** One authority and one key of each generation, made once for all tests. */
public final class TestKeys {

    public static final Instant NOW = Instant.parse("2026-11-11T00:00:00Z");
    public static final SandboxAuthority SM2_ROOT = SandboxAuthority.create(true, NOW, new SecureRandom());
    public static final SandboxAuthority RSA_ROOT = SandboxAuthority.create(false, NOW, new SecureRandom());
    public static final SoftwareKey SM2 = key(SM2_ROOT, 1);
    public static final SoftwareKey RSA = key(RSA_ROOT, 1);

    private TestKeys() {}

    public static SoftwareKey key(SandboxAuthority authority, int number) {
        var keys = authority.newKeys();
        var subject = new SandboxAuthority.Subject("珠海沙箱测试有限公司", "91440400MA0000000X", "张三");
        return new SoftwareKey(
                keys.getPrivate(),
                authority.issue(subject, keys.getPublic(), number, NOW, NOW.plus(Duration.ofDays(3650))));
    }

    /** What an enterprise gets that tries to issue a certificate with its own card. */
    public static X509Certificate forge(SoftwareKey issuer, KeyPair keys) {
        try {
            var algorithm = issuer.suite() == Suite.SM2_SM3 ? "SM3WITHSM2" : "SHA256withRSA";
            var builder = new JcaX509v3CertificateBuilder(
                    issuer.certificate(),
                    BigInteger.TEN,
                    Date.from(NOW),
                    Date.from(NOW.plus(Duration.ofDays(365))),
                    new X500Principal("CN=forged"),
                    keys.getPublic());
            return new JcaX509CertificateConverter()
                    .setProvider(Sm2.provider())
                    .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm)
                            .setProvider(Sm2.provider())
                            .build(issuer.privateKey())));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
