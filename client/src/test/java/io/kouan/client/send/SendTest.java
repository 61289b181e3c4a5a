package io.kouan.client.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.client.CommandLineFixture;
import io.kouan.client.exchange.FakePort;
import io.kouan.client.terminal.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendTest {

    @TempDir
    Path folder;

    private FakePort port;
    private CommandLineFixture kouan;
    private Path messages;

    @BeforeEach
    void aPortAndSomeMessages() throws IOException {
        port = new FakePort();
        kouan = new CommandLineFixture(folder);
        messages = Files.createDirectories(folder.resolve("messages/sub"));
        for (int i = 1; i <= 5; i++) {
            Files.writeString(messages.resolve("m" + i + ".xml"), "<m guid=\"G" + i + "\"/>");
        }
    }

    @AfterEach
    void close() {
        port.close();
    }

    @Test
    void sendsEveryMessageOfAFolderOnce() {
        assertThat(send(messages.toString())).isEqualTo(ExitCode.OK);
        assertThat(port.stored()).containsOnlyKeys("G1", "G2", "G3", "G4", "G5");
        assertThat(kouan.lines()).hasSize(5).allMatch(line -> line.contains("accepted CEB621"));
    }

    @Test
    void sendsInTheOrderOfTheNamesUnlessToldOtherwise() {
        send(messages.toString());

        assertThat(kouan.lines())
                .extracting(line -> line.replaceAll(".*(m[0-9])\\.xml.*", "$1"))
                .containsExactly("m1", "m2", "m3", "m4", "m5");
    }

    @Test
    void sealsEachMessageToThePortsCertificateOfEitherSuite() {
        assertThat(send("--sealed", messages.resolve("m1.xml").toString())).isEqualTo(ExitCode.OK);
        assertThat(send("--sealed", "--seal-suite", "RSA", messages.toString())).isEqualTo(ExitCode.OK);

        assertThat(port.stored()).containsOnlyKeys("G1", "G2", "G3", "G4", "G5");
        assertThat(port.sealed()).isEqualTo(5);
        assertThat(send("--sealed", "--seal-suite", "DES", messages.toString())).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void theSameCommandAgainSendsNothing() {
        send(messages.toString());
        int requests = port.requests();

        assertThat(send(messages.toString())).isEqualTo(ExitCode.OK);
        assertThat(port.requests()).isEqualTo(requests);
        assertThat(kouan.lines()).allMatch(line -> line.contains("accepted before"));
    }

    @Test
    void goesOnAfterACrashThatCutTheJournalOff() throws IOException {
        send(messages.resolve("m1.xml").toString(), messages.resolve("m2.xml").toString());
        var journal = journal();
        var text = Files.readString(journal);
        Files.writeString(journal, text.substring(0, text.length() - 20), StandardOpenOption.TRUNCATE_EXISTING);

        assertThat(send(messages.toString())).isEqualTo(ExitCode.OK);
        assertThat(port.stored()).hasSize(5);
        assertThat(kouan.lines().getFirst()).contains("accepted before");
        assertThat(kouan.lines().get(1)).contains("accepted CEB621");
        assertThat(send(messages.toString())).isEqualTo(ExitCode.OK);
        assertThat(kouan.lines()).allMatch(line -> line.contains("accepted before"));
    }

    @Test
    void comesBackWhenThePortAsksForIt() {
        port.refuseNext(429, "0", "{\"title\": \"queue full\", \"status\": 429}");
        port.refuseNext(503, "0", "");

        assertThat(send(messages.toString())).isEqualTo(ExitCode.OK);
        assertThat(port.stored()).hasSize(5);
        assertThat(port.requests()).isEqualTo(7);
    }

    @Test
    void givesUpWhenPatienceIsOverAndTheNextRunGoesOn() {
        assertThat(send("--patience", "0", messages.resolve("m1.xml").toString()))
                .isEqualTo(ExitCode.OK);
        port.refuseNext(503, "7", "");

        assertThat(send("--patience", "3", messages.toString())).isEqualTo(ExitCode.TRY_LATER);
        assertThat(kouan.err()).contains("accepted 0, accepted before 1, refused 0, not delivered 4");
        assertThat(port.stored()).hasSize(1);
        assertThat(send(messages.toString())).isEqualTo(ExitCode.OK);
        assertThat(port.stored()).hasSize(5);
    }

    @Test
    void nobodyAtTheOtherEndIsAReasonToTryLater() {
        port.close();

        assertThat(send("--patience", "0", messages.toString())).isEqualTo(ExitCode.TRY_LATER);
        assertThat(kouan.lines()).singleElement().asString().contains("not delivered");
    }

    @Test
    void saysWhatThePortFoundWithPlaceAndCureInTheReadersLanguage() {
        port.refuseNext(422, "", """
                {"title": "refused", "status": 422, "detail": "1 error", "code": "EX-1422", "findings": [
                  {"code": "CEB-2003", "severity": "ERROR", "line": 12, "column": 5, "path": "/x", "what": "太长",
                   "why": "规则", "cure": "改短", "en": {"what": "too long", "why": "rule", "cure": "shorten it"}}]}
                """);

        assertThat(send(messages.resolve("m1.xml").toString())).isEqualTo(ExitCode.FINDINGS);
        assertThat(kouan.out()).contains("m1.xml:12:5 CEB-2003 too long").contains("→ shorten it");
    }

    @Test
    void aConflictIsRefusedAndSoIsAWrongKey() throws IOException {
        var first = messages.resolve("m1.xml");
        send(first.toString());
        Files.writeString(first, "<m guid=\"G1\" other=\"content\"/>");

        assertThat(send(first.toString())).isEqualTo(ExitCode.FINDINGS);
        assertThat(kouan.out()).contains("EX-1009");
        assertThat(kouan.run("client", "send", "--url", port.url(), "--api-key", "wrong", first.toString()))
                .isEqualTo(ExitCode.FINDINGS);
        assertThat(kouan.out()).contains("EX-1001").doesNotContain("wrong");
    }

    @Test
    void sendsManyAtTheSameTime() throws IOException {
        var many = Files.createDirectories(folder.resolve("many"));
        for (int i = 0; i < 200; i++) {
            Files.writeString(many.resolve(i + ".xml"), "<m guid=\"P" + i + "\"/>");
        }

        assertThat(send("--parallel", "16", many.toString())).isEqualTo(ExitCode.OK);
        assertThat(port.stored()).hasSize(200);
        assertThat(kouan.lines()).hasSize(200);
    }

    @Test
    void takesAMessageFromThePipeAndAnswersInJson() {
        kouan.piping("<m guid=\"PIPE\"/>".getBytes(StandardCharsets.UTF_8));

        assertThat(send("--json")).isEqualTo(ExitCode.OK);
        assertThat(kouan.out()).contains("\"outcome\":\"accepted\"").contains("\"messageId\":\"PIPE\"");
        assertThat(port.stored()).containsOnlyKeys("PIPE");
    }

    @Test
    void anEnvelopeStaysTheSameOverEveryAttempt() throws IOException {
        kouan.run(
                "client",
                "sample",
                "--chains",
                "1",
                "--out",
                folder.resolve("samples").toString());
        var samples = folder.resolve("samples").toString();
        assertThat(send("--envelope", samples)).isEqualTo(ExitCode.OK);
        var stored = Map.copyOf(port.stored());
        assertThat(stored).hasSize(4);

        // the acks are lost, what was begun is not: the port must see the same bytes again, or it says 409
        var begun = Files.readAllLines(journal()).stream()
                .filter(line -> line.contains("\"ack\":null"))
                .toList();
        Files.write(journal(), begun);
        assertThat(begun).hasSize(4);
        assertThat(send("--envelope", samples)).isEqualTo(ExitCode.OK);
        assertThat(kouan.lines()).allMatch(line -> line.contains("accepted CEB"));
        assertThat(port.stored()).isEqualTo(stored);
    }

    @Test
    void whatCannotBeReadIsNotPutIntoAnEnvelope() {
        assertThat(send("--envelope", messages.resolve("m1.xml").toString())).isEqualTo(ExitCode.FINDINGS);
        assertThat(kouan.out()).contains("not sent");
        assertThat(port.requests()).isZero();
    }

    @Test
    void wrongUseIsSaidBeforeAnythingIsSent() {
        assertThat(send(folder.resolve("nothing").toString())).isEqualTo(ExitCode.USAGE);
        assertThat(send("--parallel", "0", messages.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(kouan.run("client", "send", "--url", port.url(), messages.toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(kouan.err()).contains("On whose behalf?");
        assertThat(port.requests()).isZero();
    }

    private int send(String... arguments) {
        var all = new ArrayList<>(List.of("client", "send", "--url", port.url() + "/", "--api-key", FakePort.KEY));
        all.addAll(List.of(arguments));
        return kouan.run(all.toArray(String[]::new));
    }

    private Path journal() throws IOException {
        try (var files = Files.list(kouan.home().folder().resolve("send"))) {
            return files.findFirst().orElseThrow();
        }
    }
}
