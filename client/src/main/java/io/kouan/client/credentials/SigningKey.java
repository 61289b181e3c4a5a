package io.kouan.client.credentials;

import io.kouan.ceb.signature.SoftwareKey;
import io.kouan.ceb.signature.UnusableKey;
import io.kouan.client.local.Home;
import io.kouan.client.local.Sandbox;
import io.kouan.client.terminal.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The key to sign with: that of an enterprise of the local sandbox, or a PKCS#12 file. */
public final class SigningKey {

    @Option(names = "--as", paramLabel = "CODE|ROLE", descriptionKey = "as")
    private Optional<String> as = Optional.empty();

    @Option(names = "--key", paramLabel = "FILE", descriptionKey = "key")
    private Optional<Path> key = Optional.empty();

    @Option(names = "--pin-file", paramLabel = "FILE", descriptionKey = "pin-file")
    private Optional<Path> pinFile = Optional.empty();

    @Option(names = "--pin", paramLabel = "PIN", descriptionKey = "pin")
    private Optional<String> pin = Optional.empty();

    /** Loads the key. */
    public SoftwareKey load(Home home) {
        if (key.isPresent()) {
            return load(
                    key.get(),
                    pin.or(() -> pinFile.map(Identity::firstLine))
                            .or(() -> Identity.environment("KOUAN_PIN"))
                            .orElseThrow(() -> Failure.usage("key.nopin")));
        }
        return load(home, as.map(name -> Identity.enterprise(home, name)).orElseThrow(() -> Failure.usage("key.none")));
    }

    /** The key of an enterprise of the sandbox. */
    public static SoftwareKey load(Home home, Sandbox.Enterprise enterprise) {
        return load(home.sandboxFile().resolveSibling(enterprise.keyStore()), enterprise.pin());
    }

    private static SoftwareKey load(Path file, String pin) {
        try (var stream = Files.newInputStream(file)) {
            return SoftwareKey.load(stream, pin.toCharArray());
        } catch (IOException unreadable) {
            throw Failure.usage("files.unreadable", file, unreadable.getClass().getSimpleName());
        } catch (UnusableKey wrong) {
            throw Failure.usage("key.unusable", file);
        }
    }
}
