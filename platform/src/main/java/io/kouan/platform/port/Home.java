package io.kouan.platform.port;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The folder in which everything lives that this installation owns: database, sandbox keys, logs. To begin anew, delete
 * it.
 */
public record Home(Path folder) {

    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    public Path resolve(String name) {
        return folder.resolve(name);
    }

    /** Makes a folder that only its owner can enter; one that is there already stays as it is. */
    public Path privateFolder(String name) {
        return privateFolder(resolve(name));
    }

    /** As {@link #privateFolder(String)}, anywhere. */
    public static Path privateFolder(Path path) {
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path);
                restrict(path, "rwx------");
            }
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + path, e);
        }
    }

    /** Writes a file that only its owner can read, as a whole or not at all: also a kill leaves no half file. */
    public static void writePrivately(Path file, byte[] content) {
        try {
            var part = file.resolveSibling(file.getFileName() + ".part");
            Files.deleteIfExists(part);
            Files.createFile(part);
            restrict(part, "rw-------");
            Files.write(part, content, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** The file's bytes, if it is there. */
    public static Optional<byte[]> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static void restrict(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}
