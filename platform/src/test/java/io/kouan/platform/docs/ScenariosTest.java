package io.kouan.platform.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds the tests to the handbook's scenarios, and {@code docs/scenarios.md} to both; with {@code -Dkouan.write} it writes the file. */
class ScenariosTest {

    private static final Path FILE = Path.of("..", "docs", "scenarios.md");

    private final Scenarios scenarios = Scenarios.read();

    ScenariosTest() throws IOException {}

    @Test
    void noTestNamesAScenarioThatTheHandbookDoesNotHave() {
        assertThat(scenarios.unknown()).isEmpty();
    }

    @Test
    void everyScenarioThatIsDueIsShownByATest() {
        assertThat(scenarios.missing()).isEmpty();
    }

    @Test
    void theCommittedReportSaysWhatTheTestsSay() throws IOException {
        if (System.getProperty("kouan.write") != null) {
            Files.writeString(FILE, scenarios.text());
        }

        assertThat(Files.readString(FILE))
                .as("docs/scenarios.md is out of date; its head says how to make it anew")
                .isEqualTo(scenarios.text());
    }
}
