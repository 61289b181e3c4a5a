package io.kouan.ceb.envelope;

import io.kouan.ceb.envelope.Shape.Attribute;
import io.kouan.ceb.envelope.Shape.Digits;
import io.kouan.ceb.envelope.Shape.Text;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Texts of an envelope against the simple types of the schema. */
final class Values {

    /** What a time without zone means (decision 12). */
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final Pattern DATE_TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(Z|[+-]\\d{2}:\\d{2})?");
    private static final Pattern ID = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}._-]*");

    /** One thing wrong with one value. */
    record Complaint(EnvelopeCode code, Map<String, String> values) {}

    private Values() {}

    static Optional<Complaint> complaint(Shape.Content content, String text) {
        return switch (content) {
            case Text(var min, var max) -> length(text, min, max);
            case Digits(var min, var max) ->
                text.chars().allMatch(c -> c >= '0' && c <= '9')
                        ? length(text, min, max)
                        : Optional.of(new Complaint(EnvelopeCode.ENVELOPE_NOT_DIGITS, Map.of("found", cut(text))));
            case Shape.DateTime() -> time(text, dateTime(text).isPresent(), "yyyy-MM-ddTHH:mm:ss");
            case Shape.Date() -> time(text, date(text).isPresent(), "yyyy-MM-dd");
            case Shape.Nothing() -> length(text.strip(), 0, 0);
            case Shape.Binary(), Shape.Passed() -> Optional.empty();
            case Shape.Group group -> Optional.empty();
        };
    }

    static Optional<Complaint> complaint(Attribute attribute, String value) {
        if (attribute.fixed().isPresent()) {
            var fixed = attribute.fixed().get();
            return value.equals(fixed)
                    ? Optional.empty()
                    : Optional.of(new Complaint(
                            EnvelopeCode.ENVELOPE_NOT_THE_FIXED_VALUE, Map.of("found", cut(value), "fixed", fixed)));
        }
        if (attribute.name().equals("Id") && !ID.matcher(value).matches()) {
            return Optional.of(new Complaint(EnvelopeCode.ENVELOPE_NOT_AN_ID, Map.of("found", cut(value))));
        }
        return length(value, 1, attribute.max());
    }

    /** A time of the envelope as the clock on the wall in Shanghai. */
    static Optional<LocalDateTime> dateTime(String text) {
        var bare = text.strip();
        if (!DATE_TIME.matcher(bare).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    switch (DateTimeFormatter.ISO_DATE_TIME.parseBest(
                            bare, OffsetDateTime::from, LocalDateTime::from)) {
                        case OffsetDateTime there ->
                            there.atZoneSameInstant(SHANGHAI).toLocalDateTime();
                        case LocalDateTime here -> here;
                        default -> throw new DateTimeException(bare);
                    });
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<LocalDate> date(String text) {
        var bare = text.strip();
        if (!DATE.matcher(bare).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(bare.substring(0, 10)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Complaint> length(String text, int min, int max) {
        int length = text.codePointCount(0, text.length());
        return length >= min && length <= max
                ? Optional.empty()
                : Optional.of(new Complaint(
                        EnvelopeCode.ENVELOPE_LENGTH,
                        Map.of(
                                "length", String.valueOf(length),
                                "min", String.valueOf(min),
                                "max", String.valueOf(max))));
    }

    private static Optional<Complaint> time(String text, boolean good, String format) {
        return good
                ? Optional.empty()
                : Optional.of(
                        new Complaint(EnvelopeCode.ENVELOPE_NOT_A_TIME, Map.of("found", cut(text), "format", format)));
    }

    private static String cut(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
