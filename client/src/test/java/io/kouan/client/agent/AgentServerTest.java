package io.kouan.client.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.certificate.CardContents;
import io.kouan.ceb.certificate.SandboxAuthority;
import io.kouan.ceb.signature.CardAnswer;
import io.kouan.ceb.signature.CardChallenge;
import io.kouan.ceb.signature.SoftwareCard;
import io.kouan.client.files.Durable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Who may ask the agent for what; asked over a bare socket, since clients forbid headers that attackers choose. */
class AgentServerTest {

    private static final String PORT = "http://localhost:8080";
    private static final String PIN = "135790";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private AgentServer agent;

    AgentServerTest() throws IOException {
        this.agent = AgentServer.start(0, new CardFolder(Path.of("target/nothing")), Set.of());
    }

    @BeforeEach
    void start() throws IOException {
        agent.close();
        var now = Instant.parse("2026-11-23T02:00:00Z");
        var authority = SandboxAuthority.create(true, now, new SecureRandom());
        var keys = authority.newKeys();
        var contents = new CardContents(
                "珠海远航商贸（横琴）有限公司",
                "91440400MA5CBEC28X",
                "王港",
                "440402197203150016",
                "KS1",
                new CardContents.Addresses("http://localhost/x.crl", "http://localhost/ocsp"));
        var certificate = authority.issueCard(
                contents, keys.getPublic(), CardContents.Use.CARD, 1, now, now.plus(Duration.ofDays(10)));
        Durable.write(
                folder.resolve("legal.p12"), SoftwareCard.write(keys.getPrivate(), certificate, PIN.toCharArray()));
        agent = AgentServer.start(0, new CardFolder(folder), Set.of(PORT));
    }

    @AfterEach
    void stop() {
        agent.close();
    }

    @Test
    void aPageOfThePortSeesTheCardsAndHasItsChallengeSigned() throws IOException {
        var listed = ask("GET", "/cards", Map.of("Origin", PORT), "");
        assertThat(listed.status).isEqualTo(200);
        assertThat(listed.header("access-control-allow-origin")).isEqualTo(PORT);
        assertThat(listed.body).contains("王港", "珠海远航商贸（横琴）有限公司", "legal.p12").doesNotContain("440402");

        var signed = sign(PORT, PIN, challenge(PORT).text());
        assertThat(signed.status).isEqualTo(200);
        var answer = CardAnswer.parse(JSON.readTree(signed.body).path("answer").asString(""))
                .orElseThrow();
        assertThat(answer.isSigned()).isTrue();
        assertThat(answer.challenge()).isEqualTo(challenge(PORT));
    }

    @Test
    void aPageOfAnotherOriginGetsNothing() throws IOException {
        for (String origin : List.of(
                "http://evil.example",
                "null",
                "http://localhost:8081",
                "https://localhost:8080",
                PORT + ".evil.example")) {
            assertThat(ask("GET", "/cards", Map.of("Origin", origin), "").status)
                    .as(origin)
                    .isEqualTo(403);
            assertThat(ask("OPTIONS", "/sign", Map.of("Origin", origin), "").status)
                    .isEqualTo(403);
            assertThat(sign(origin, PIN, challenge(origin).text()).status).isEqualTo(403);
        }
        assertThat(ask("GET", "/cards", Map.of(), "").status).isEqualTo(403);
    }

    @Test
    void aForeignNameThatPointsHereGetsNothing() throws IOException {
        var evil = Map.of("Origin", PORT, "Host", "evil.example:" + agent.port());

        assertThat(ask("GET", "/cards", evil, "").status).isEqualTo(403);
        assertThat(ask("GET", "/cards", Map.of("Origin", PORT, "Host", "127.0.0.1"), "").status)
                .isEqualTo(403);
    }

    @Test
    void nothingButAChallengeOfThatVeryPageIsSigned() throws IOException {
        var texts = List.of(
                "",
                "transfer everything",
                "<ds:SignedInfo xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"></ds:SignedInfo>",
                challenge(PORT).text() + "x",
                "x" + challenge(PORT).text(),
                challenge("http://evil.example").text());
        for (String text : texts) {
            var answer = sign(PORT, PIN, text);
            assertThat(answer.status).as(text).isEqualTo(400);
            assertThat(answer.body).contains("NO_CHALLENGE");
        }
    }

    @Test
    void wrongPinsAreCountedAndLockTheCardAlsoForTheRightOne() throws IOException {
        var text = challenge(PORT).text();
        for (int left = CardFolder.MOST_FAILURES - 1; left >= 0; left--) {
            var answer = JSON.readTree(sign(PORT, "000000", text).body);
            assertThat(answer.path("error").asString("")).isEqualTo("ERR_CARD_PIN");
            assertThat(answer.path("left").asInt(-1)).isEqualTo(left);
        }
        assertThat(sign(PORT, PIN, text).status).isEqualTo(403);

        // also after the agent was started anew
        try (var again = AgentServer.start(0, new CardFolder(folder), Set.of(PORT))) {
            agent.close();
            agent = again;
            assertThat(sign(PORT, PIN, text).status).isEqualTo(403);
        }
    }

    @Test
    void theRightPinForgivesTheWrongOnes() throws IOException {
        var text = challenge(PORT).text();
        sign(PORT, "000000", text);
        sign(PORT, PIN, text);

        assertThat(JSON.readTree(sign(PORT, "000000", text).body).path("left").asInt(-1))
                .isEqualTo(CardFolder.MOST_FAILURES - 1);
    }

    @Test
    void aCardOutsideTheFolderOrAFormWithoutAskingFirstGetsNothing() throws IOException {
        var body = JSON.writeValueAsString(Map.of(
                "card", "../legal.p12", "pin", PIN, "challenge", challenge(PORT).text()));
        assertThat(ask("POST", "/sign", Map.of("Origin", PORT, "Content-Type", "application/json"), body).status)
                .isEqualTo(404);
        assertThat(ask("POST", "/sign", Map.of("Origin", PORT, "Content-Type", "text/plain"), body).status)
                .isEqualTo(400);
        assertThat(ask("POST", "/sign", Map.of("Origin", PORT, "Content-Type", "application/json"), "x".repeat(9000))
                        .status)
                .isEqualTo(400);
    }

    @Test
    void aBrowserThatAsksFirstIsToldThatThisPageMayTalkToThisMachine() throws IOException {
        var answer =
                ask("OPTIONS", "/sign", Map.of("Origin", PORT, "Access-Control-Request-Private-Network", "true"), "");

        assertThat(answer.status).isEqualTo(204);
        assertThat(answer.header("access-control-allow-private-network")).isEqualTo("true");
        assertThat(answer.header("access-control-allow-headers")).isEqualTo("Content-Type");
    }

    private record Answer(int status, Map<String, String> headers, String body) {

        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    private static CardChallenge challenge(String origin) {
        return new CardChallenge(origin, "0123456789abcdef".repeat(4), Instant.parse("2026-11-23T02:02:00Z"));
    }

    private Answer sign(String origin, String pin, String text) throws IOException {
        var body = JSON.writeValueAsString(Map.of("card", "legal.p12", "pin", pin, "challenge", text));
        return ask("POST", "/sign", Map.of("Origin", origin, "Content-Type", "application/json"), body);
    }

    private Answer ask(String method, String path, Map<String, String> headers, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var host = headers.getOrDefault("Host", "127.0.0.1:" + agent.port());
        var head = headers.entrySet().stream()
                .filter(header -> !header.getKey().equals("Host"))
                .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                .collect(Collectors.joining());
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), agent.port())) {
            var out = socket.getOutputStream();
            out.write((method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + head + "Content-Length: "
                            + bytes.length + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.write(bytes);
            out.flush();
            var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            var lines = reader.lines().toList();
            int end = lines.indexOf("");
            var named = lines.subList(1, end).stream()
                    .map(line -> line.split(": ", 2))
                    .collect(Collectors.toMap(pair -> pair[0].toLowerCase(java.util.Locale.ROOT), pair -> pair[1]));
            return new Answer(
                    Integer.parseInt(lines.getFirst().split(" ", -1)[1]),
                    named,
                    String.join("\n", lines.subList(end + 1, lines.size())));
        }
    }
}
