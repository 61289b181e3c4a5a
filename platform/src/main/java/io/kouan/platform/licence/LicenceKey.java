package io.kouan.platform.licence;

import io.kouan.ceb.signature.SoftwareKey;
import io.kouan.platform.port.Home;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key that licences and activations are signed with (许可证签发密钥): of its own, because the port's other keys are certified for
 * sealing, and because clients know this one for years. It lies in the home folder, readable by its owner only; beside it lies its
 * certificate, which every client has to know.
 */
@Component
public class LicenceKey {

    private static final String KEY = "port/licence.p12";
    private static final String CERTIFICATE = "port/licence.cer";

    private final Home home;
    private final char[] pin;
    private volatile @Nullable SoftwareKey opened;

    /** @param pin of the key store */
    public LicenceKey(Home home, @Value("${kouan.licence.pin:sandbox}") String pin) {
        this.home = home;
        this.pin = pin.toCharArray();
    }

    /** The key; empty where the port has none. */
    public Optional<SoftwareKey> find() {
        var known = opened;
        if (known != null) {
            return Optional.of(known);
        }
        // opening a key store takes long on purpose
        var stored = Home.read(file(KEY)).map(bytes -> SoftwareKey.load(new ByteArrayInputStream(bytes), pin));
        stored.ifPresent(key -> opened = key);
        return stored;
    }

    SoftwareKey key() {
        return find().orElseThrow(() -> new IllegalStateException("the port has no key to sign licences with: " + KEY));
    }

    /** Keeps a key; its certificate has to allow signing. */
    public void keep(SoftwareKey key) {
        home.privateFolder("port");
        Home.writePrivately(file(KEY), key.store(pin).array());
        try {
            Home.writePrivately(file(CERTIFICATE), key.certificate().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate without encoding", e);
        }
        opened = key;
    }

    private Path file(String name) {
        return home.resolve(name);
    }
}
