package io.kouan.client.files;

import io.kouan.ceb.message.Bytes;
import io.kouan.client.terminal.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One message to work on; read when it is its turn, so that a folder of a million files costs no memory.
 *
 * @param name as shown
 * @param relative where a result that belongs to it goes, below the folder for results
 */
public record Input(String name, Path relative, Source source) {

    private static final String PIPE = "-";

    /** Where the bytes come from. */
    @FunctionalInterface
    public interface Source {
        byte[] read() throws IOException;
    }

    static Input of(Path file, Path relative) {
        return new Input(file.toString(), relative, () -> Files.readAllBytes(file));
    }

    static Input of(InputStream stream) {
        return new Input(PIPE, Path.of("message.xml"), stream::readAllBytes);
    }

    public Bytes bytes() {
        try {
            return Bytes.of(source.read());
        } catch (IOException unreadable) {
            throw Failure.usage("files.unreadable", name, unreadable.getClass().getSimpleName());
        }
    }
}
