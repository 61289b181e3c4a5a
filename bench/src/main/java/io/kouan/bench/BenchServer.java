package io.kouan.bench;

import io.kouan.bench.measure.Meter;
import io.kouan.client.local.Home;
import io.kouan.client.local.LeftDatabase;
import io.kouan.client.local.Sandbox;
import io.kouan.client.local.Server;
import io.kouan.client.terminal.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;

/** A server of its own in a folder that is thrown away afterwards, on a free port. */
final class BenchServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Home home;
    private final List<String> options;
    private Server server;

    private BenchServer(Home home, List<String> options) {
        this.home = home;
        this.options = options;
        this.server = launch();
    }

    /**
     * Starts it and waits until the sandbox is set up.
     *
     * @param root of the project; the folder lies below its {@code target}, on a real disk
     */
    static BenchServer start(Path root, List<String> options, InstantSource clock) {
        var home = new Home(root, folder(root), freePort());
        var bench = new BenchServer(home, options);
        Runtime.getRuntime().addShutdownHook(new Thread(bench::close));
        bench.await(clock);
        return bench;
    }

    private Server launch() {
        return Server.start(home, home.jar().orElseThrow(() -> Failure.refused("up.notbuilt")), options);
    }

    /** Waits until it is ready, again where the database had gone away. */
    void await(InstantSource clock) {
        if (server.await(clock, PATIENCE) != Server.Readiness.READY) {
            throw Failure.refused("up.died", keepLog());
        }
    }

    /** Kills the server as a power cut would, and starts it again on the same data. */
    void killAndRestart(InstantSource clock) {
        server.kill();
        server = launch();
        await(clock);
    }

    /** Stops the server in order, and starts it again on the same data. */
    void restart(InstantSource clock) {
        server.stop();
        server = launch();
        await(clock);
    }

    Home home() {
        return home;
    }

    String url() {
        return server.url();
    }

    Sandbox sandbox() {
        return Sandbox.of(home).orElseThrow(() -> Failure.refused("identity.nosandbox", home.sandboxFile()));
    }

    Meter meter() {
        long database = LeftDatabase.find(home).map(ProcessHandle::pid).orElse(0L);
        return new Meter(server.pid(), database);
    }

    private static Path folder(Path root) {
        try {
            var parent = Files.createDirectories(root.resolve("target").resolve("bench"));
            return Files.createTempDirectory(parent, "home-");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The folder goes, its log is what somebody will want to read. */
    private Path keepLog() {
        var kept = home.folder().resolveSibling("server.log");
        try {
            Files.copy(home.logFile(), kept, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return kept;
    }

    @Override
    public synchronized void close() {
        server.stop();
        LeftDatabase.stop(home);
        if (!Files.exists(home.folder())) {
            return;
        }
        keepLog();
        try (var files = Files.walk(home.folder())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
