package io.kouan.platform.files;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClamAvTest {

    private static final byte[] HARMLESS = "harmless".getBytes(US_ASCII);

    @Test
    void aRealDaemonTellsCleanFromInfectedAlsoInLargeFiles() {
        try (var clamd = Clamd.start()) {
            var scanner = new ClamAv(clamd.address(), Duration.ofSeconds(30));
            var large = new byte[5 * 1024 * 1024];
            var infected = large.clone();
            System.arraycopy(Clamd.PATTERN.getBytes(US_ASCII), 0, infected, 3 * 64 * 1024 - 5, Clamd.PATTERN.length());

            assertThat(scanner.scan(HARMLESS)).isEqualTo(new Verdict.Clean());
            assertThat(scanner.scan(large)).isEqualTo(new Verdict.Clean());
            assertThat(scanner.scan(infected)).isEqualTo(new Verdict.Infected("Kouan.Test.UNOFFICIAL"));
            assertThat(scanner.scan(HARMLESS)).isEqualTo(new Verdict.Clean());
        }
    }

    @Test
    void aDaemonThatIsAwayIsUnreachable() {
        assertThat(new ClamAv("/nowhere/clamd.sock", Duration.ofSeconds(5)).scan(HARMLESS))
                .isInstanceOf(Verdict.Unreachable.class);
        assertThat(new ClamAv("no-such-host.invalid:3310", Duration.ofSeconds(5)).scan(HARMLESS))
                .isInstanceOf(Verdict.Unreachable.class);
    }

    @Test
    void aDaemonThatNeverAnswersIsGivenUp() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var scanner = new ClamAv("127.0.0.1:" + silent.getLocalPort(), Duration.ofMillis(300));

            assertThat(scanner.scan(HARMLESS)).isInstanceOf(Verdict.Unreachable.class);
        }
    }

    @Test
    void anAnswerThatIsNeitherOkNorFoundIsNotClean() throws IOException {
        for (String answer : new String[] {"", "INSTREAM size limit exceeded. ERROR", "stream: OK?", "OK"}) {
            try (var other = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
                Thread.ofVirtual().start(() -> answer(other, answer));
                var scanner = new ClamAv("127.0.0.1:" + other.getLocalPort(), Duration.ofSeconds(5));

                assertThat(scanner.scan(HARMLESS)).as(answer).isInstanceOf(Verdict.Unreachable.class);
            }
        }
    }

    @Test
    void anAddressIsAHostWithPortOrAPath() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ClamAv("localhost", Duration.ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClamAv("host:port", Duration.ofSeconds(1)));
    }

    private static void answer(ServerSocket server, String answer) {
        try (var client = server.accept()) {
            client.getInputStream().readNBytes("zINSTREAM\0".length() + 4 + HARMLESS.length + 4);
            client.getOutputStream().write((answer + "\0").getBytes(US_ASCII));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
