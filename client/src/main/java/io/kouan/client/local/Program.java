package io.kouan.client.local;

import io.kouan.client.terminal.Failure;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

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
        var mine = folder.resolve(String.valueOf(built.toFile().lastModified()));
        try {
            if (!Files.isDirectory(mine)) {
                Home.delete(folder);
                Files.createDirectories(folder);
                var half = folder.resolve("half");
                extract(built, half);
                Files.move(half, mine, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException somebodyElseWasFaster) {
            return new Program(mine.resolve(built.getFileName()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new Program(mine.resolve(built.getFileName()));
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
