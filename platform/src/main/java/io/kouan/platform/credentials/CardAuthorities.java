package io.kouan.platform.credentials;

import io.kouan.ceb.certificate.CardContents;
import io.kouan.ceb.certificate.SandboxAuthority;
import io.kouan.ceb.certificate.Sm2;
import io.kouan.ceb.signature.Suite;
import io.kouan.platform.port.Home;
import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The port's certification authority (电子认证机构): one root for SM2 and one for RSA, drawn when they are first needed and kept in
 * the home folder. They say Sandbox in their names and are worth nothing outside.
 */
@Component
public class CardAuthorities {

    /** The roots guard nothing but this installation; the PIN keeps the form of a real key store. */
    private static final char[] PIN = "sandbox".toCharArray();

    private final Home home;
    private final Clock clock;
    private final String address;
    private final SecureRandom random = new SecureRandom();
    private final Map<Suite, SandboxAuthority> authorities = new ConcurrentHashMap<>();

    CardAuthorities(
            Home home,
            Clock clock,
            @Value("${kouan.pki-url:${kouan.public-url:http://localhost:${server.port:8080}}/pki}") String address) {
        this.home = home;
        this.clock = clock;
        this.address = address;
    }

    /** The authority of a generation. */
    public SandboxAuthority of(Suite suite) {
        return authorities.computeIfAbsent(suite, this::find);
    }

    /** The authority for a key. */
    SandboxAuthority of(PublicKey key) {
        return of(suite(key));
    }

    static Suite suite(PublicKey key) {
        return Sm2.isSm2(key) ? Suite.SM2_SM3 : Suite.RSA_SHA1;
    }

    /** Both roots. */
    List<X509Certificate> roots() {
        return Arrays.stream(Suite.values()).map(suite -> of(suite).root()).toList();
    }

    /** Where the port says what is revoked. */
    CardContents.Addresses addresses(Suite suite) {
        return new CardContents.Addresses(address + "/" + name(suite) + ".crl", address + "/ocsp");
    }

    static String name(Suite suite) {
        return suite == Suite.SM2_SM3 ? "sm2" : "rsa";
    }

    private SandboxAuthority find(Suite suite) {
        home.privateFolder("sandbox");
        home.privateFolder("sandbox/ca");
        var file = home.resolve("sandbox/ca/" + name(suite) + "-root.p12");
        var stored = Home.read(file);
        if (stored.isPresent()) {
            return SandboxAuthority.load(new ByteArrayInputStream(stored.get()), PIN, random);
        }
        var fresh = SandboxAuthority.create(suite == Suite.SM2_SM3, clock.instant(), random);
        Home.writePrivately(file, fresh.store(PIN).array());
        return fresh;
    }
}
