package io.kouan.client.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kouan.ceb.finding.Language;
import io.kouan.client.terminal.ExitCode;
import io.kouan.client.terminal.Failure;
import io.kouan.client.terminal.Terminal;
import io.kouan.client.terminal.Texts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LocalTest {

    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void aHome() throws IOException {
        home = new Home(folder.resolve("project"), folder.resolve("home"), 1);
        Files.createDirectories(home.folder());
    }

    @Test
    void upSaysThatThePortIsTakenAndHowToChooseAnother() throws IOException {
        try (var other = new ServerSocket(0)) {
            home = new Home(home.root(), home.folder(), other.getLocalPort());
            anApplication();

            assertThatThrownBy(() -> up().call())
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> assertThat(failure.in(new Texts(Language.EN)))
                                    .contains("Port " + other.getLocalPort())
                                    .contains("KOUAN_PORT=" + (other.getLocalPort() + 1)));
        }
    }

    @Test
    void anotherProcessWithTheRecordedNumberIsNotOurs() throws IOException {
        var self = ProcessHandle.current();
        record(self.pid(), "2001-01-01T00:00:00Z");

        assertThat(Server.recorded(home)).isPresent();
        assertThat(Server.running(home)).isEmpty();
    }

    @Test
    void theRecordedProcessIsFound() throws IOException {
        var self = ProcessHandle.current();
        record(self.pid(), self.info().startInstant().orElseThrow().toString());

        assertThat(Server.running(home)).map(Server::pid).contains(self.pid());
        assertThat(home.url()).isEqualTo("http://localhost:4711");
    }

    @Test
    void resetAsksAndKeepsEverythingWhenTheAnswerIsNo() throws IOException {
        var data = Files.writeString(
                Files.createDirectories(home.folder().resolve("postgres")).resolve("x"), "x");

        assertThatThrownBy(() -> new Reset(terminal("n\n"), home).call()).isInstanceOf(Failure.class);
        assertThat(data).exists();
        assertThat(new Reset(terminal("yes\n"), home).call()).isEqualTo(ExitCode.OK);
        assertThat(data).doesNotExist();
    }

    @Test
    void resetTouchesNothingButItsOwnData() throws IOException {
        var other = Files.writeString(home.folder().resolve("thesis.doc"), "x");
        Files.createDirectories(home.folder().resolve("sandbox"));

        assertThat(new CommandLine(new Reset(terminal(""), home)).execute("--yes"))
                .isEqualTo(ExitCode.OK);
        assertThat(other).exists();
        assertThat(home.folder().resolve("sandbox")).doesNotExist();
    }

    @Test
    void stopIsContentWhenNothingRuns() {
        assertThat(new Stop(terminal(""), home).call()).isEqualTo(ExitCode.OK);
    }

    @Test
    void theSandboxIsReadAndFindsItsEnterprisesByCodeAndRole() throws IOException {
        Files.createDirectories(home.sandboxFile().getParent());
        Files.writeString(home.sandboxFile(), """
                {"baseUrl": "http://localhost:8080", "later": 1,
                 "enterprises": [{"customsCode": "4404160ABC", "creditCode": "91440400MA00000000", "nameZh": "演示平台",
                   "nameEn": "Demo platform", "roles": ["PLATFORM", "MERCHANT"], "dxpId": "DXPENT0000000001",
                   "apiKey": "k-secret", "suite": "SM2_SM3", "keyStore": "4404160ABC.p12", "pin": "1234"}],
                 "people": [{"login": "demo", "password": "p", "role": "DECLARANT", "enterprise": "4404160ABC"}]}
                """);

        var sandbox = Sandbox.of(home).orElseThrow();

        assertThat(sandbox.enterprise("4404160ABC")).isEqualTo(sandbox.enterprise("merchant"));
        assertThat(sandbox.enterprise("PAYMENT")).isEmpty();
        assertThat(sandbox.toString()).doesNotContain("k-secret").doesNotContain("1234");
    }

    @Test
    void theTailOfALogSurvivesBrokenBytes() throws IOException {
        var log = folder.resolve("server.log");
        Files.write(log, new byte[] {'a', '\n', (byte) 0xFF, '\n', 'c', '\n'});

        assertThat(LogTail.of(log, 2)).containsExactly("\uFFFD", "c");
    }

    private void record(long pid, String started) throws IOException {
        Files.write(home.serverFile(), List.of(String.valueOf(pid), started, "http://localhost:4711"));
    }

    private void anApplication() throws IOException {
        var target = Files.createDirectories(home.root().resolve("platform/target"));
        Files.writeString(target.resolve("kouan-platform-1-app.jar"), "not started in this test");
    }

    private Up up() {
        return new Up(terminal(""), home, InstantSource.system(), () -> ExitCode.OK);
    }

    private static Terminal terminal(String input) {
        return new Terminal(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new Texts(Language.EN),
                false);
    }
}
