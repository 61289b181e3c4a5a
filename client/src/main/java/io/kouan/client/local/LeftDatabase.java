package io.kouan.client.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The database of a server that did not end in order: it has to be stopped by itself. */
public final class LeftDatabase {

    private static final String PID_FILE = "postmaster.pid";
    private static final int DEEPEST = 3;
    private static final long PATIENCE_SECONDS = 15;

    private LeftDatabase() {}

    /** Stops what still runs in the folder of this installation. */
    public static void stop(Home home) {
        find(home).ifPresent(LeftDatabase::end);
    }

    /** The first process of the database in the folder of this installation, left over or not. */
    public static Optional<ProcessHandle> find(Home home) {
        var data = home.folder().resolve("postgres");
        if (!Files.isDirectory(data)) {
            return Optional.empty();
        }
        try (var files = Files.find(
                data, DEEPEST, (file, kind) -> file.getFileName().toString().equals(PID_FILE))) {
            return files.findFirst().flatMap(LeftDatabase::process);
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<ProcessHandle> process(Path pidFile) {
        try {
            var pid =
                    Files.readAllLines(pidFile).stream().findFirst().orElse("").strip();
            return pid.matches("[0-9]{1,9}")
                    ? ProcessHandle.of(Long.parseLong(pid))
                            .filter(process ->
                                    process.info().command().orElse("postgres").contains("postgres"))
                    : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException stubborn) {
            process.destroyForcibly();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
