package io.kouan.client.activation;

import io.kouan.ceb.message.Bytes;
import io.kouan.client.local.Home;
import io.kouan.client.terminal.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Where licence and activation lie: a folder of this installation, or another. */
public final class ActivationFiles {

    private static final int LARGEST = 64 * 1024;

    @Option(names = "--folder", paramLabel = "FOLDER", descriptionKey = "activation-folder")
    private Optional<Path> folder = Optional.empty();

    Installed installed(Home home, Supplier<Optional<Computer>> computer) {
        return new Installed(
                folder.orElseGet(() -> home.folder().resolve("activation")),
                computer.get().orElseThrow(() -> Failure.refused("activation.nocomputer")));
    }

    static Bytes read(Path file) {
        try (var stream = Files.newInputStream(file)) {
            return Bytes.of(stream.readNBytes(LARGEST));
        } catch (IOException unreadable) {
            throw Failure.usage("files.unreadable", file, unreadable.getClass().getSimpleName());
        }
    }

    /** What happened, what it means and what to do, for the person in front of it. */
    static Failure failure(Installed.Refusal refusal, Object... values) {
        return Failure.refused("activation.refused." + refusal.name().toLowerCase(Locale.ROOT), values);
    }
}
