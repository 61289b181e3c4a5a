package io.kouan.platform.administration;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Days as somebody types or pastes them: dates, and spans joined by a slash or 至, with anything between that separates. Pure. */
final class CalendarText {

    private static final int MOST = 400;

    private CalendarText() {}

    /** The days; empty where something is no date or a span runs backwards. */
    static Optional<NavigableSet<LocalDate>> days(String text) {
        var days = new TreeSet<LocalDate>();
        var spans = text.replaceAll("\\s*(至|～|~|/)\\s*", "/").strip();
        for (String word : spans.split("[\\s,，、;；]+", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            var ends = word.split("/", -1);
            try {
                var first = LocalDate.parse(ends[0]);
                var last = ends.length == 1 ? first : LocalDate.parse(ends[1]);
                if (ends.length > 2
                        || last.isBefore(first)
                        || first.plusDays(MOST).isBefore(last)) {
                    return Optional.empty();
                }
                first.datesUntil(last.plusDays(1)).forEach(days::add);
            } catch (DateTimeException _) {
                return Optional.empty();
            }
        }
        return Optional.of(days);
    }
}
