package io.kouan.platform.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs as the embedding library brings them, unpacked once into a folder of our own. The library's own
 * unpacking goes to a folder that every user of the machine may write to, and its runner deletes, restarts and waits in
 * ways made for tests; so only the archive is taken from it.
 */
record PostgresBinaries(Path folder) {

    private static final int EXECUTABLE = 0100;

    /** Unpacks into a sub-folder named after the archive's content, unless that has been done before. */
    static PostgresBinaries unpackedIn(Path parent) {
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), machine())) {
            byte[] bytes = archive.readAllBytes();
            var checksum = new CRC32C();
            checksum.update(bytes);
            var folder = parent.resolve("postgres-%08x".formatted(checksum.getValue()));
            if (!Files.isDirectory(folder)) {
                unpack(bytes, parent, folder);
            }
            return new PostgresBinaries(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack PostgreSQL into " + parent, e);
        }
    }

    /** Runs a program to its end; where that is not a good one, the exception carries what the program said. */
    void run(String program, List<String> arguments) {
        try {
            var output = Files.createTempFile("kouan-" + program, ".log");
            try {
                // to a file: a server started by the program would keep a pipe open for ever
                int code = new ProcessBuilder(command(program, arguments))
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start()
                        .waitFor();
                if (code != 0) {
                    throw new PostgresFailed(program + " ended with " + code, Files.readString(output));
                }
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + program, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresFailed("interrupted while waiting for " + program, "");
        }
    }

    /** PostgreSQL refuses to run as root, so root runs it in a user namespace of its own. */
    private List<String> command(String program, List<String> arguments) {
        var command = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(folder.resolve("bin")
                .resolve(isWindows() ? program + ".exe" : program)
                .toString());
        command.addAll(arguments);
        return List.copyOf(command);
    }

    private static void unpack(byte[] archive, Path parent, Path folder) throws IOException {
        // unpacked beside and moved into place: a kill in the middle leaves no half folder under the final name
        var part = parent.resolve(folder.getFileName() + "." + UUID.randomUUID());
        Files.createDirectories(part);
        try (var tar = new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, part);
            }
        }
        if (!part.toFile().renameTo(folder.toFile()) && !Files.isDirectory(folder)) {
            throw new IOException("cannot move " + part + " to " + folder);
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive reaches out of its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        if (entry.isSymbolicLink() || entry.isLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            File file = target.toFile();
            if ((entry.getMode() & EXECUTABLE) != 0 && !file.setExecutable(true, false)) {
                throw new IOException("cannot make executable: " + target);
            }
        }
    }

    private static String system() {
        var name = System.getProperty("os.name");
        return name.startsWith("Mac") ? "Darwin" : isWindows() ? "Windows" : name;
    }

    private static String machine() {
        var machine = System.getProperty("os.arch");
        return machine.equals("amd64") ? "x86_64" : machine;
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }
}
