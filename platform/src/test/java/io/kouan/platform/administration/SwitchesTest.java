package io.kouan.platform.administration;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.TestPort;
import io.kouan.platform.forms.Forms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A switch that nothing reads would be a lie on the page of two administrators. */
class SwitchesTest {

    private static final Path PROGRAM = Path.of("src/main/java/io/kouan/platform");
    private static final Path DOCUMENTS = Path.of("../spec/src/main/resources/kouan/documents");

    static Stream<SwitchDefinition> switches() {
        return SwitchDefinition.read().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("switches")
    void everySwitchOnThePageIsReadByTheRuleOrTheDocumentThatItGoverns(SwitchDefinition definition) {
        var form = definition.form();
        boolean offered = form.isEmpty() || TestPort.shared().bean(Forms.class).isOpen(form);
        boolean read = isIn(PROGRAM, "Switch." + definition.which().name())
                || isIn(DOCUMENTS, "titled: " + definition.which().key());

        assertThat(read || !offered)
                .as("%s is offered, and nothing reads it", definition.which().key())
                .isTrue();
    }

    private static boolean isIn(Path folder, String words) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .anyMatch(file -> text(file).contains(words));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
