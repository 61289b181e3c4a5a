package io.kouan.client.files;

import io.kouan.ceb.message.Bytes;
import io.kouan.client.terminal.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One message to work on; read when it is its turn, so that a folder of a million files costs no memory.
 *
 * @param name as shown
 * @param file empty for standard input
 */
public record Input(String name, Optional<Path> file, Source source) {

    /** Where the bytes come from. */
    @FunctionalInterface
    public interface Source {
        byte[] read() throws IOException;
    }

    static Input of(Path file) {
        return new Input(file.toString(), Optional.of(file), () -> Files.readAllBytes(file));
    }

    static Input of(InputStream stream) {
        return new Input("-", Optional.empty(), stream::readAllBytes);
    }

    public Bytes bytes() {
        try {
            return Bytes.of(source.read());
        } catch (IOException unreadable) {
            throw Failure.usage("files.unreadable", name, unreadable.getClass().getSimpleName());
        }
    }
}
