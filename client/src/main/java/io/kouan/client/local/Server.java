package io.kouan.client.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The server process that {@code up} started.
 *
 * @param started when that process began: another process that got the same number later is not ours
 */
record Server(long pid, Instant started, String url) {

    private static final long STOP_SECONDS = 40;

    /** The process on record, running or not. */
    static Optional<Server> recorded(Home home) {
        if (!Files.isRegularFile(home.serverFile())) {
            return Optional.empty();
        }
        try {
            var lines = Files.readAllLines(home.serverFile());
            return lines.size() < 3
                    ? Optional.empty()
                    : Optional.of(new Server(Long.parseLong(lines.get(0)), Instant.parse(lines.get(1)), lines.get(2)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Optional<Server> running(Home home) {
        return recorded(home).filter(server -> server.process().isPresent());
    }

    /** Starts the jar so that it survives the terminal, with its output in the log. */
    static Server start(Home home, Path jar) {
        try {
            Files.createDirectories(home.logFile().getParent());
            var command = new ArrayList<String>();
            if (Files.isExecutable(Path.of("/usr/bin/nohup"))) {
                command.add("/usr/bin/nohup");
            }
            command.addAll(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx1g",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-jar",
                    jar.toString()));
            var builder = new ProcessBuilder(command)
                    .directory(home.root().toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                    .redirectErrorStream(true)
                    .redirectOutput(home.logFile().toFile());
            builder.environment().put("KOUAN_HOME", home.folder().toString());
            builder.environment().put("KOUAN_PORT", String.valueOf(home.port()));
            var process = builder.start();
            var started = process.toHandle().info().startInstant().orElse(Instant.EPOCH);
            var server = new Server(process.pid(), started, "http://localhost:" + home.port());
            Files.write(home.serverFile(), List.of(String.valueOf(server.pid), started.toString(), server.url));
            return server;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle ->
                        handle.info().startInstant().orElse(Instant.EPOCH).equals(started));
    }

    /** Waits; true when the process ended meanwhile. */
    boolean endsWithin(long millis) {
        return process().map(handle -> ended(handle.onExit(), millis)).orElse(true);
    }

    /** Asks the server to end, and waits; it takes its database with it. */
    boolean stop() {
        process().ifPresent(ProcessHandle::destroy);
        if (endsWithin(TimeUnit.SECONDS.toMillis(STOP_SECONDS))) {
            return true;
        }
        process().ifPresent(ProcessHandle::destroyForcibly);
        return endsWithin(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
    }

    private static boolean ended(CompletableFuture<ProcessHandle> exit, long millis) {
        try {
            exit.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
