package io.kouan.platform.credentials;

import io.kouan.ceb.signature.SoftwareKey;
import io.kouan.ceb.signature.Suite;
import io.kouan.platform.port.Home;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The port's own encryption keys (口岸加密证书), one for each generation of algorithms: what is sealed to their certificates only
 * this port can read (decision 3). They lie in the home folder, readable by its owner only.
 */
@Component
public class PortKeys {

    private final Home home;
    private final char[] pin;
    private final ConcurrentMap<Suite, SoftwareKey> opened = new ConcurrentHashMap<>();

    /** @param pin of the key stores */
    public PortKeys(Home home, @Value("${kouan.sealing.pin:sandbox}") String pin) {
        this.home = home;
        this.pin = pin.toCharArray();
    }

    /** The key of that generation; empty where the port has none. */
    public Optional<SoftwareKey> find(Suite suite) {
        var known = opened.get(suite);
        if (known != null) {
            return Optional.of(known);
        }
        // opening a key store takes long on purpose
        var stored = Home.read(file(suite)).map(bytes -> SoftwareKey.load(new ByteArrayInputStream(bytes), pin));
        stored.ifPresent(key -> opened.put(suite, key));
        return stored;
    }

    /** All keys that the port has. */
    public List<SoftwareKey> all() {
        return Arrays.stream(Suite.values())
                .map(this::find)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Keeps a key; its certificate has to allow encryption. */
    public void keep(SoftwareKey key) {
        home.privateFolder("port");
        Home.writePrivately(file(key.suite()), key.store(pin).array());
        opened.put(key.suite(), key);
    }

    private Path file(Suite suite) {
        return home.resolve("port/" + (suite == Suite.SM2_SM3 ? "sm2" : "rsa") + "-sealing.p12");
    }
}
