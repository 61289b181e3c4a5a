package io.kouan.ceb.signature;

import io.kouan.ceb.certificate.SandboxAuthority;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;

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
}
