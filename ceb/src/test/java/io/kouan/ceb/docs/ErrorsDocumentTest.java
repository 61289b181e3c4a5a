package io.kouan.ceb.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/errors.md} to the data; with {@code -Dkouan.write} it writes the file instead. */
class ErrorsDocumentTest {

    private static final Path FILE = Path.of("..", "docs", "errors.md");

    @Test
    void theCommittedReferenceSaysWhatTheDataSay() throws IOException {
        var text = ErrorsDocument.text();
        if (System.getProperty("kouan.write") != null) {
            Files.writeString(FILE, text);
        }

        assertThat(Files.readString(FILE))
                .as("docs/errors.md is out of date; its head says how to make it anew")
                .isEqualTo(text);
    }
}
