package io.kouan.ceb.licence;

import io.kouan.ceb.signature.SignedPaper;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads what a signed paper says; a paper that leaves something out, or says it in another form, says nothing. */
final class PaperValues {

    private PaperValues() {}

    static String text(SignedPaper paper, String name) {
        var value = paper.value(name);
        if (value.isBlank()) {
            throw new IllegalArgumentException(name);
        }
        return value;
    }

    static <T> Optional<T> read(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (IllegalArgumentException | DateTimeException incomplete) {
            return Optional.empty();
        }
    }
}
