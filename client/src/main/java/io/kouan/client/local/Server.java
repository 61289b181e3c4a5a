package io.kouan.client.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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
public record Server(long pid, Instant started, String url) {

    private static final long STOP_SECONDS = 40;
    private static final long BETWEEN_LOOKS_MILLIS = 200;
    /** The heap that does for a port on a laptop; {@code KOUAN_SERVER_OPTS} may say otherwise. */
    private static final String HEAP = "-Xmx1g";

    /** How waiting for the server ended. */
    public enum Readiness {
        READY,
        DIED,
        SLOW
    }

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

    /** As {@code up} does: every start makes the next one faster. */
    static Server start(Home home, Path built) {
        var program = Program.unpack(home, built);
        return start(home, program, program.remembering());
    }

    /** Starts the built jar so that it survives the terminal, with its output in the log. */
    public static Server start(Home home, Path built, List<String> options) {
        return start(home, Program.unpack(home, built), options);
    }

    private static Server start(Home home, Program program, List<String> options) {
        try {
            Files.createDirectories(home.logFile().getParent());
            var builder = new ProcessBuilder(command(program.jar(), options))
                    .directory(home.root().toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
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

    private static List<String> command(Path jar, List<String> options) {
        var command = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/usr/bin/nohup"))) {
            command.add("/usr/bin/nohup");
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(HEAP, "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of(Optional.ofNullable(System.getenv("KOUAN_SERVER_OPTS"))
                .filter(text -> !text.isBlank())
                .map(text -> text.strip().split("\\s+"))
                .orElse(new String[0])));
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    /** Waits until the server says that it is ready: set up, migrated, seeded. */
    public Readiness await(InstantSource clock, Duration patience) {
        var last = clock.instant().plus(patience);
        while (!Health.isUp(url)) {
            if (endsWithin(BETWEEN_LOOKS_MILLIS)) {
                return Readiness.DIED;
            }
            if (clock.instant().isAfter(last)) {
                return Readiness.SLOW;
            }
        }
        return Readiness.READY;
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

    /** Ends the process as a power cut would. */
    public void kill() {
        process().ifPresent(ProcessHandle::destroyForcibly);
        endsWithin(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
    }

    /** Asks the server to end, and waits; it takes its database with it. */
    public boolean stop() {
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
