package io.kouan.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One PostgreSQL server over one folder.
 *
 * <p>A server that an earlier, killed program left running is stopped before the start, never taken over: it may be in
 * the middle of that program's last transaction, and after the stop that transaction is either committed or gone.
 */
final class PostgresServer {

    /** Below the range from which systems take ports for outgoing connections, so that a restart finds its port free. */
    private static final int FIRST_PORT = 15_432;

    private static final int PORTS = 10_000;
    private static final int STARTS = 5;

    private final PostgresBinaries binaries;
    private final PostgresFolder folder;
    private final int port;

    private PostgresServer(PostgresBinaries binaries, PostgresFolder folder, int port) {
        this.binaries = binaries;
        this.folder = folder;
        this.port = port;
    }

    /** Starts the server, in a new folder if there is none. Returns when it accepts connections. */
    static PostgresServer start(PostgresBinaries binaries, Path path, Map<String, String> settings) {
        var folder = new PostgresFolder(path);
        folder.initialise(binaries);
        for (int attempt = 1; ; attempt++) {
            var server = new PostgresServer(binaries, folder, freePort());
            server.configure(settings);
            try {
                server.restart();
                return server;
            } catch (PostgresFailed failed) {
                // somebody may have taken the port between looking and starting
                if (attempt == STARTS) {
                    throw failed;
                }
            }
        }
    }

    /** Stops whatever runs over the folder and starts again on the same port. */
    void restart() {
        stop();
        control("start", "-t", "600", "-l", folder.path().resolve("start.log").toString());
    }

    /** Ends all transactions and stops. Does nothing where no server runs. */
    void stop() {
        folder.process().ifPresent(process -> {
            try {
                control("stop", "-t", "60", "-m", "fast");
            } catch (PostgresFailed stuck) {
                // durable by its log: what a forced end interrupts, the next start recovers
                process.destroyForcibly();
                process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
            }
        });
        folder.forgetProcess();
    }

    boolean isRunning() {
        return folder.process().isPresent();
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    String password() {
        return folder.password();
    }

    private void configure(Map<String, String> settings) {
        var all = new LinkedHashMap<>(settings);
        all.put("port", Integer.toString(port));
        folder.configure(all);
    }

    private void control(String action, String... options) {
        var arguments = Stream.of(action, "-s", "-w", "-D", folder.path().toString());
        binaries.run("pg_ctl", Stream.concat(arguments, Stream.of(options)).toList());
    }

    private static int freePort() {
        var random = new SecureRandom();
        for (int attempt = 0; attempt < PORTS; attempt++) {
            int port = FIRST_PORT + random.nextInt(PORTS);
            if (isFree(port)) {
                return port;
            }
        }
        throw new PostgresFailed("no free port from " + FIRST_PORT + " to " + (FIRST_PORT + PORTS - 1), "");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
