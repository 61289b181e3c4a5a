package io.kouan.platform.files;

import java.util.Map;

/** What came of an upload. */
public sealed interface Upload {

    record Taken(StoredFile file) implements Upload {}

    /**
     * It was not taken in.
     *
     * @param message id of the message, ERR_FILE_…
     * @param values what the message's places in braces are filled with
     */
    record Refused(String message, Map<String, String> values) implements Upload {
        public Refused {
            values = Map.copyOf(values);
        }

        static Refused because(String message) {
            return new Refused(message, Map.of());
        }
    }
}
