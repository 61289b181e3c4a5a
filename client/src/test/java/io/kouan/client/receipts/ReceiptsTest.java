package io.kouan.client.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.client.CommandLineFixture;
import io.kouan.client.exchange.FakePort;
import io.kouan.client.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptsTest {

    @TempDir
    Path folder;

    private FakePort port;
    private CommandLineFixture kouan;
    private Path out;

    @BeforeEach
    void aPortWithReceipts() throws IOException {
        port = new FakePort();
        kouan = new CommandLineFixture(folder);
        out = folder.resolve("in/receipts");
        for (int i = 1; i <= 5; i++) {
            port.addReceipt("CEB622", "2,120,800", "<CEB622Message n=\"" + i + "\"/>");
        }
    }

    @AfterEach
    void close() {
        port.close();
    }

    @Test
    void writesEachReceiptAndTellsThePort() throws IOException {
        assertThat(fetch()).isEqualTo(ExitCode.OK);

        assertThat(files()).hasSize(5).first().isEqualTo("000000000001-CEB622-M_1.xml");
        assertThat(out.resolve("000000000005-CEB622-M_1.xml")).hasContent("<CEB622Message n=\"5\"/>");
        assertThat(port.acknowledged()).isEqualTo(5);
    }

    @Test
    void theNextRunBeginsWhereThisOneStopped() throws IOException {
        fetch("--no-ack");
        assertThat(port.acknowledged()).isZero();
        port.addReceipt("CEB622", "800", "<six/>");

        assertThat(fetch("--json")).isEqualTo(ExitCode.OK);
        assertThat(kouan.lines()).singleElement().asString().contains("\"number\":6");
        assertThat(files()).hasSize(6);
    }

    @Test
    void fetchesAgainWhatWasNotYetWrittenDown() throws IOException {
        fetch();
        Files.writeString(out.resolve(".cursor"), "3");
        Files.delete(out.resolve("000000000004-CEB622-M_1.xml"));

        assertThat(fetch()).isEqualTo(ExitCode.OK);
        assertThat(files()).hasSize(5);
    }

    @Test
    void saysByItsExitCodeThatSomethingCameBack() {
        port.addReceipt("CEB622", "2,100", "<returned/>");

        assertThat(fetch()).isEqualTo(ExitCode.FINDINGS);
        assertThat(fetch()).isEqualTo(ExitCode.OK);
        port.addReceipt("CEB900", "-999999", "<unreadable/>");
        assertThat(fetch()).isEqualTo(ExitCode.FINDINGS);
    }

    @Test
    void aSpoiltCursorIsNotGuessed() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve(".cursor"), "three");

        assertThat(fetch()).isEqualTo(ExitCode.USAGE);
        assertThat(fetch("--after", "4")).isEqualTo(ExitCode.OK);
        assertThat(files()).hasSize(1);
    }

    @Test
    void aPortThatIsAwayIsAReasonToTryLater() {
        port.close();

        assertThat(fetch()).isEqualTo(ExitCode.TRY_LATER);
        assertThat(kouan.err()).contains("cannot be reached");
    }

    private int fetch(String... arguments) {
        var all = new ArrayList<>(
                List.of("client", "receipts", "--url", port.url(), "--api-key", FakePort.KEY, "--out", out.toString()));
        all.addAll(List.of(arguments));
        return kouan.run(all.toArray(String[]::new));
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
