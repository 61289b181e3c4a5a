package io.kouan.platform.sandbox;

import io.kouan.ceb.certificate.SandboxAuthority;
import io.kouan.ceb.port.PortProfile;
import io.kouan.ceb.sample.SampleEnterprise;
import io.kouan.ceb.signature.SoftwareKey;
import io.kouan.platform.port.Home;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;

/** The enterprises' keys, in files: made once, found again at the next start. */
final class SandboxKeys {

    /** The keys open nothing but this sandbox; the PIN keeps the form of a real key store. */
    static final String PIN = "sandbox";

    private static final SandboxAuthority.Subject PORT =
            new SandboxAuthority.Subject(PortProfile.current().zh().name() + "沙箱口岸", "91440400MA0000000X", "口岸");

    /** Behind those of the enterprises. */
    private static final int PORT_SM2 = 901;

    private static final int PORT_RSA = 902;

    private static final int PORT_LICENCE = 903;

    private static final Duration LIFETIME = Duration.ofDays(3650);

    /** Certificates of an earlier drawing may be on file although their keys are lost; no number is given twice. */
    private static final int FIRST_NUMBERS = 60_000;

    private final Home home;
    private final Instant now;
    private final int firstNumber;

    SandboxKeys(Home home, SecureRandom random, Instant now) {
        this.home = home;
        this.now = now;
        this.firstNumber = random.nextInt(FIRST_NUMBERS);
        home.privateFolder("sandbox");
    }

    /** The enterprise's key, drawn and certified where it has none yet. */
    SoftwareKey key(SampleEnterprise enterprise, SandboxAuthority authority, int number) {
        var file = file(enterprise);
        var stored = Home.read(file);
        if (stored.isPresent()) {
            return SoftwareKey.load(new ByteArrayInputStream(stored.get()), PIN.toCharArray());
        }
        var pair = authority.newKeys();
        var subject = new SandboxAuthority.Subject(enterprise.nameZh(), enterprise.creditCode(), "沙箱操作员" + number);
        // a minute back, so that a client whose clock is behind can use it at once
        var from = now.minus(Duration.ofMinutes(1));
        var key = new SoftwareKey(
                pair.getPrivate(),
                authority.issue(subject, pair.getPublic(), firstNumber + number, from, now.plus(LIFETIME)));
        Home.writePrivately(file, key.store(PIN.toCharArray()).array());
        return key;
    }

    /** A key that messages are sealed to, certified for the port itself. */
    SoftwareKey sealingKey(SandboxAuthority authority) {
        var pair = authority.newKeys();
        var from = now.minus(Duration.ofMinutes(1));
        int number = firstNumber + (authority.isSm2() ? PORT_SM2 : PORT_RSA);
        return new SoftwareKey(
                pair.getPrivate(), authority.issueForSealing(PORT, pair.getPublic(), number, from, now.plus(LIFETIME)));
    }

    /** A key that licences of the client are signed with, certified for the port itself. */
    SoftwareKey licenceKey(SandboxAuthority authority) {
        var pair = authority.newKeys();
        var from = now.minus(Duration.ofMinutes(1));
        return new SoftwareKey(
                pair.getPrivate(),
                authority.issue(PORT, pair.getPublic(), firstNumber + PORT_LICENCE, from, now.plus(LIFETIME)));
    }

    static String fileName(SampleEnterprise enterprise) {
        return enterprise.customsCode() + ".p12";
    }

    private Path file(SampleEnterprise enterprise) {
        return home.resolve("sandbox/" + fileName(enterprise));
    }
}
