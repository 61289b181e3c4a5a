package io.kouan.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kouan.bench.load.Run;
import io.kouan.ceb.finding.Language;
import io.kouan.ceb.sample.SampleChains;
import io.kouan.client.Commands;
import io.kouan.client.credentials.SandboxKeys;
import io.kouan.client.local.Home;
import io.kouan.client.terminal.ExitCode;
import io.kouan.client.terminal.Terminal;
import io.kouan.client.terminal.Texts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The main job with the packaged server in a process of its own: what an enterprise does with the command line, in its order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoryTest {

    /** Starts in half of the time; how fast it runs is not the point here. */
    private static final List<String> SOON_UP = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final Path ROOT =
            Path.of("").toAbsolutePath().resolveSibling("").normalize();

    @TempDir
    static Path folder;

    private static BenchServer server;
    private static String said = "";

    @BeforeAll
    static void aFreshPort() {
        assumeTrue(
                new Home(ROOT, folder, 0).jar().isPresent(),
                "the server's jar is built by `mvn package`; `mvn test` alone has none");
        server = BenchServer.start(ROOT, SOON_UP, InstantSource.system());
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    @Order(1)
    void everyMessageOfTheDemonstrationBecomesWhatItShould() {
        assertThat(kouan("demo", "--chains", "75")).as(said).isEqualTo(ExitCode.OK);
        assertThat(said).contains("CEB621").doesNotContain("Not as expected");
    }

    @Test
    @Order(2)
    void aParcelOfFourSendersIsReleased() {
        for (var sender : List.of("4404990002", "4404990003", "4404990004", "4404990005", "4404990006")) {
            kouan("client", "receipts", "--as", sender, "--out", receipts(sender));
        }
        assertThat(kouan("client", "sample", "--chains", "1", "--sign", "--out", path("parcel")))
                .as(said)
                .isEqualTo(ExitCode.OK);
        var senders = List.of("4404990002", "4404990004", "4404990003", "4404990005");
        for (var sender : senders) {
            assertThat(kouan("client", "lint", path("parcel/" + sender)))
                    .as(said)
                    .isEqualTo(ExitCode.OK);
            assertThat(kouan("client", "verify", path("parcel/" + sender)))
                    .as(said)
                    .isEqualTo(ExitCode.OK);
            assertThat(kouan("client", "send", "--as", sender, "--envelope", path("parcel/" + sender)))
                    .as(said)
                    .isEqualTo(ExitCode.OK);
        }
        awaitReceipt("4404990005", "status 800");
    }

    @Test
    @Order(3)
    void sentAgainItIsNoSecondMessageEvenWithoutTheJournal() throws IOException {
        var again = kouan("client", "send", "--as", "4404990002", "--envelope", path("parcel/4404990002"));
        assertThat(again).isEqualTo(ExitCode.OK);
        assertThat(said).contains("accepted before");

        var inventory = signedInventory();
        kouan("client", "send", "--as", "4404990005", "--json", "--journal", path("one"), inventory);
        var first = said;
        assertThat(first).contains("\"outcome\":\"accepted\"");
        kouan("client", "send", "--as", "4404990005", "--json", "--journal", path("two"), inventory);
        assertThat(said).isEqualTo(first);
    }

    @Test
    @Order(4)
    void somebodyElsesCredentialDoesNotOpenTheDoor() throws IOException {
        assertThat(kouan("client", "send", "--as", "PAYMENT", "--journal", path("three"), signedInventory()))
                .isEqualTo(ExitCode.FINDINGS);
        assertThat(kouan("client", "send", "--api-key", "nobody", "--journal", path("four"), signedInventory()))
                .isEqualTo(ExitCode.FINDINGS);
        assertThat(said).doesNotContain("nobody");
    }

    @Test
    @Order(5)
    void theBenchmarkFindsEveryReceiptOfBothSizes() {
        var keys = new SandboxKeys(server.home());
        var now = InstantSource.system().instant();
        var source = new SampleChains(now.toEpochMilli() + 1, now);
        var run = new Run(server.url(), server.sandbox(), 16);
        long next = 1;
        for (int documents : new int[] {1, 100}) {
            var size = new ModeRun.Size(documents, 200, 200, 1, 400);
            var mode = new ModeRun(size, source, next, keys, run, server.meter(), terminal(), texts());
            var result = mode.measure();
            next = mode.nextChain();

            assertThat(result.complaints()).isEmpty();
            assertThat(result.receiptsChecked()).isEqualTo(200 * 9);
            assertThat(result.chainsJudged().median()).isPositive();
        }
    }

    @Test
    @Order(6)
    void aSecondStartGoesOnWithTheKeptData() throws IOException {
        var inventory = signedInventory();
        kouan("client", "send", "--as", "4404990005", "--json", "--journal", path("before"), inventory);
        var before = said;

        server.restart(InstantSource.system());

        kouan("client", "send", "--as", "4404990005", "--json", "--journal", path("after"), inventory);
        assertThat(said).isEqualTo(before).contains("\"outcome\":\"accepted\"");
    }

    /** Receipts come when customs has decided; each look waits at the port, not here. */
    private static void awaitReceipt(String sender, String wanted) {
        var seen = new StringBuilder();
        for (int look = 0; look < 600 && !seen.toString().contains(wanted); look++) {
            kouan("client", "receipts", "--as", sender, "--out", receipts(sender));
            seen.append(said);
        }
        assertThat(seen.toString()).contains(wanted);
    }

    private static String signedInventory() throws IOException {
        var file = folder.resolve("inventory.xml");
        if (!Files.exists(file)) {
            kouan("client", "sample", "--type", "CEB621", "--chains", "2", "--seed", "4711", "--sign");
            Files.writeString(file, said);
        }
        return file.toString();
    }

    private static String path(String name) {
        return folder.resolve(name).toString();
    }

    private static String receipts(String sender) {
        return path("receipts/" + sender);
    }

    private static int kouan(String... arguments) {
        var out = new ByteArrayOutputStream();
        var terminal = new Terminal(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new Texts(Language.EN),
                false);
        int code = new Commands(terminal, server.home(), InstantSource.system()).run(arguments);
        said = out.toString(StandardCharsets.UTF_8);
        return code;
    }

    private static Terminal terminal() {
        var nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return new Terminal(new ByteArrayInputStream(new byte[0]), nowhere, nowhere, new Texts(Language.EN), false);
    }

    private static Texts texts() {
        return new Texts(Language.EN, "io.kouan.bench.texts");
    }
}
