package io.kouan.ceb.message;

import io.kouan.ceb.catalogue.FieldType;
import java.util.Map;
import java.util.Optional;

/** Checks one value against the facets of the schema (XML Schema Part 2), without regular expressions. */
final class Facets {

    /** A broken facet: which, and what the texts need. */
    record Breach(SyntaxCode code, Map<String, String> values) {}

    private Facets() {}

    static Optional<Breach> check(FieldType field, String value) {
        if (value.isEmpty() && (field.fixed().isPresent() || field.fallback().isPresent())) {
            return Optional.empty(); // the schema lets an empty element stand for its fixed or default value
        }
        return switch (field.kind()) {
            case STRING -> string(field, value);
            case INT -> integer(field, trimmed(value));
            case DECIMAL -> decimal(field, trimmed(value));
            case ANY -> Optional.empty();
        };
    }

    private static Optional<Breach> string(FieldType field, String value) {
        if (field.fixed().isPresent() && !field.fixed().get().equals(value)) {
            return Optional.of(new Breach(
                    SyntaxCode.NOT_THE_FIXED_VALUE,
                    Map.of("fixed", field.fixed().get())));
        }
        int length = length(field.collapse() ? collapsed(value) : value);
        if (length < field.minLength()) {
            return Optional.of(new Breach(
                    SyntaxCode.TOO_SHORT,
                    Map.of("length", String.valueOf(length), "min", String.valueOf(field.minLength()))));
        }
        if (field.maxLength().isPresent() && length > field.maxLength().getAsInt()) {
            return Optional.of(new Breach(
                    SyntaxCode.TOO_LONG,
                    Map.of(
                            "length",
                            String.valueOf(length),
                            "max",
                            String.valueOf(field.maxLength().getAsInt()))));
        }
        return Optional.empty();
    }

    private static Optional<Breach> integer(FieldType field, String value) {
        int from = !value.isEmpty() && (value.charAt(0) == '+' || value.charAt(0) == '-') ? 1 : 0;
        int digits = digits(value, from);
        if (digits == 0 || from + digits != value.length()) {
            return Optional.of(new Breach(SyntaxCode.NOT_A_WHOLE_NUMBER, Map.of()));
        }
        int significant = significant(value, from, value.length());
        if (significant > 10 || outOfRange(value)) {
            return Optional.of(new Breach(SyntaxCode.NOT_A_WHOLE_NUMBER, Map.of()));
        }
        return tooManyDigits(field, significant);
    }

    private static boolean outOfRange(String value) {
        long number = Long.parseLong(value);
        return number < Integer.MIN_VALUE || number > Integer.MAX_VALUE;
    }

    private static Optional<Breach> decimal(FieldType field, String value) {
        int from = !value.isEmpty() && (value.charAt(0) == '+' || value.charAt(0) == '-') ? 1 : 0;
        int whole = digits(value, from);
        int point = from + whole;
        int fraction = point < value.length() && value.charAt(point) == '.' ? digits(value, point + 1) : 0;
        int end = point < value.length() && value.charAt(point) == '.' ? point + 1 + fraction : point;
        if (whole + fraction == 0 || end != value.length()) {
            return Optional.of(new Breach(SyntaxCode.NOT_A_DECIMAL, Map.of()));
        }
        int shown = fraction;
        while (shown > 0 && value.charAt(point + shown) == '0') {
            shown--; // zeros at the end are no digits of the value
        }
        if (field.fractionDigits().isPresent() && shown > field.fractionDigits().getAsInt()) {
            return Optional.of(new Breach(
                    SyntaxCode.TOO_MANY_FRACTION_DIGITS,
                    Map.of(
                            "digits",
                            String.valueOf(shown),
                            "max",
                            String.valueOf(field.fractionDigits().getAsInt()))));
        }
        return tooManyDigits(field, significant(value, from, point) + shown);
    }

    private static Optional<Breach> tooManyDigits(FieldType field, int digits) {
        if (field.totalDigits().isPresent() && digits > field.totalDigits().getAsInt()) {
            return Optional.of(new Breach(
                    SyntaxCode.TOO_MANY_DIGITS,
                    Map.of(
                            "digits",
                            String.valueOf(digits),
                            "max",
                            String.valueOf(field.totalDigits().getAsInt()))));
        }
        return Optional.empty();
    }

    private static int digits(String value, int from) {
        int i = from;
        while (i < value.length() && value.charAt(i) >= '0' && value.charAt(i) <= '9') {
            i++;
        }
        return i - from;
    }

    private static int significant(String value, int from, int to) {
        int i = from;
        while (i < to && value.charAt(i) == '0') {
            i++;
        }
        return to - i;
    }

    /** Characters as XML counts them: code points. */
    private static int length(String value) {
        return value.codePointCount(0, value.length());
    }

    private static String collapsed(String value) {
        return String.join(" ", trimmed(value).split("[ \t\n\r]+"));
    }

    /** Without the white space of XML around it, which is less than what Java takes for white space. */
    private static String trimmed(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && isSpace(value.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(value.charAt(to - 1))) {
            to--;
        }
        return value.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }
}
