package io.kouan.platform.files;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import org.awaitility.Awaitility;

/** A real ClamAV daemon with one signature of our own, so that nothing has to be downloaded. */
final class Clamd implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/clamd");
    /** What the signature finds: no virus at all, and no pattern that a scanner on a developer's machine would find. */
    static final String PATTERN = "kouan-test-pattern-7f3a9c";

    private final Process process;
    private final Path socket;

    private Clamd(Process process, Path socket) {
        this.process = process;
        this.socket = socket;
    }

    /** Starts one; a test that asks for it is left out where no clamd is installed. */
    static Clamd start() {
        assumeTrue(Files.isExecutable(PROGRAM), "no /usr/sbin/clamd: install clamav-daemon to run this test");
        try {
            // the path of a socket must be short
            var folder = Files.createTempDirectory("clamd");
            var socket = folder.resolve("s");
            var signatures = Files.createDirectory(folder.resolve("db"));
            Files.writeString(
                    signatures.resolve("own.ndb"),
                    "Kouan.Test:0:*:"
                            + HexFormat.of().formatHex(PATTERN.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                            + "\n");
            var settings = folder.resolve("clamd.conf");
            Files.writeString(settings, """
                    DatabaseDirectory %s
                    LocalSocket %s
                    Foreground yes
                    MaxThreads 2
                    StreamMaxLength 25M
                    """.formatted(signatures, socket));
            var process = new ProcessBuilder(PROGRAM.toString(), "--config-file=" + settings)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> answers(socket));
            return new Clamd(process, socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean answers(Path socket) {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return channel.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    String address() {
        return socket.toString();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
