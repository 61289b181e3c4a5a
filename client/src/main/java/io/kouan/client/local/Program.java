package io.kouan.client.local;

import io.kouan.client.terminal.Failure;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.ZipFile;

/**
 * The server's program, unpacked in the home folder: a build may replace the jar in the project while a server runs, and an unpacked
 * program starts sooner.
 *
 * @param jar to be started; its libraries lie beside it
 */
record Program(Path jar) {

    private static final String FOLDER = "server-program";

    /** Unpacks the built jar, unless this very build lies there unpacked already. Others go away: no server runs here now. */
    static Program unpack(Home home, Path built) {
        var folder = home.folder().resolve(FOLDER);
        try {
            var mine = folder.resolve(fingerprint(built));
            if (!Files.isDirectory(mine)) {
                Home.delete(folder);
                Files.createDirectories(folder);
                var half = folder.resolve("half");
                extract(built, half);
                Files.move(half, mine, StandardCopyOption.ATOMIC_MOVE);
            }
            return new Program(mine.resolve(built.getFileName()));
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException somebodyElseWasFaster) {
            return unpack(home, built);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Of what the jar holds; its date says nothing, because a build that can be repeated dates all its jars alike. */
    private static String fingerprint(Path built) throws IOException {
        var sum = new CRC32C();
        try (var jar = new ZipFile(built.toFile())) {
            jar.stream()
                    .map(entry -> entry.getName() + entry.getCrc() + entry.getSize())
                    .sorted()
                    .forEach(entry -> sum.update(entry.getBytes(StandardCharsets.UTF_8)));
        }
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    /** Lets the JVM keep what it learnt about the classes for the next start; it checks by itself whether that still fits. */
    List<String> remembering() {
        var archive = jar.resolveSibling("classes.jsa");
        return List.of(
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + archive,
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off");
    }

    private static void extract(Path built, Path folder) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djarmode=tools",
                        "-jar",
                        built.toString(),
                        "extract",
                        "--destination",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(new File("/dev/null")))
                .start();
        try {
            if (process.waitFor() != 0) {
                throw Failure.refused("up.unpack", built, folder);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Failure.refused("up.unpack", built, folder);
        }
    }
}
