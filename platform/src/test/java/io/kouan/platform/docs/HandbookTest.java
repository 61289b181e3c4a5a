package io.kouan.platform.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the handbook's items to their scenarios, and {@code docs/handbook.md} to both; with {@code -Dkouan.write} it writes the file. */
class HandbookTest {

    private static final Path FILE = Path.of("..", "docs", "handbook.md");

    private final Scenarios scenarios = Scenarios.read();
    private final Handbook handbook = Handbook.read(scenarios);

    HandbookTest() throws IOException {}

    @Test
    void everyItemHasScenariosThatExist() {
        assertThat(handbook.items()).hasSize(61);
        assertThat(handbook.faults()).isEmpty();
    }

    @Test
    void anItemWithoutScenarioOrWithAnUnknownOneIsToldAsAFault() {
        var items = List.of(
                new Handbook.Item("HB-01", "一", "nothing covers it", List.of()),
                new Handbook.Item("HB-02", "一", "a slip of the pen", List.of("H-001", "H-999")),
                new Handbook.Item("HB-03", "一", "the same twice", List.of("H-001", "H-001")),
                new Handbook.Item("HB-05", "一", "after a gap", List.of("H-001")));

        assertThat(new Handbook(items, scenarios).faults())
                .containsExactly(
                        "HB-01 has no scenario",
                        "HB-02 names H-999, which does not exist",
                        "HB-03 names a scenario twice",
                        "HB-05 is out of its order");
    }

    @Test
    void theCommittedPageSaysWhatTheTestsSay() throws IOException {
        if (System.getProperty("kouan.write") != null) {
            Files.writeString(FILE, handbook.text());
        }

        assertThat(Files.readString(FILE))
                .as("docs/handbook.md is out of date; its head says how to make it anew")
                .isEqualTo(handbook.text());
    }
}
