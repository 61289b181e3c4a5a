package io.kouan.platform.forms.check;

import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FieldType;
import io.kouan.platform.forms.definition.FormCatalogue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Looks at one value of one field: type, length, pattern, validators. */
final class FieldCheck {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,10})?");

    private final FormCatalogue catalogue;
    private final LocalDate today;
    private final ValueCheck values;

    FieldCheck(FormCatalogue catalogue, LocalDate today) {
        this.catalogue = catalogue;
        this.today = today;
        this.values = new ValueCheck(catalogue, today);
    }

    /** What is wrong with a value that is there; the first fault stops, warnings do not. */
    List<Fault> faults(Field field, String value, String place, UnaryOperator<String> sibling) {
        var wrong =
                type(field, value, place).or(() -> length(field, value, place)).or(() -> pattern(field, value, place));
        if (wrong.isPresent()) {
            return List.of(wrong.get());
        }
        var faults = new ArrayList<Fault>();
        for (String validator : field.validators()) {
            var problem = values.problem(validator, field, value, sibling);
            if (problem.isPresent() && problem.get().warning()) {
                faults.add(Fault.warning(place, problem.get().message()));
            } else if (problem.isPresent()) {
                faults.add(Fault.at(place, field.message().orElse(problem.get().message())));
                return faults;
            }
        }
        return faults;
    }

    private Optional<Fault> type(Field field, String value, String place) {
        return switch (field.type()) {
            case INTEGER -> number(field, value, place, INTEGER);
            case DECIMAL -> number(field, value, place, DECIMAL);
            case DATE -> unless(isDate(value), place, field, "ERR_DATE");
            case DATETIME -> unless(isTime(value), place, field, "ERR_DATE");
            case DATERANGE -> range(field, value, place);
            case BOOLEAN -> unless(value.equals("true"), place, field, "ERR_OPTION");
            case LOOKUP -> unless(isOption(field, value), place, field, "ERR_OPTION");
            case ENUM, MULTI_ENUM -> choice(field, value, place);
            case STRING, TEXT, PASSWORD, FILE -> Optional.empty();
        };
    }

    /** A choice's own message tells that none was made; what is on no list was made up. */
    private Optional<Fault> choice(Field field, String value, String place) {
        boolean several = field.type() == FieldType.MULTI_ENUM;
        var codes = several ? Arrays.asList(value.split(",", -1)) : List.of(value);
        return codes.stream().allMatch(code -> isOption(field, code))
                ? Optional.empty()
                : Optional.of(Fault.at(place, "ERR_OPTION"));
    }

    private Optional<Fault> number(Field field, String value, String place, Pattern form) {
        if (!form.matcher(value).matches()) {
            return Optional.of(Fault.at(place, field.message().orElse("ERR_NUMBER")));
        }
        var number = new BigDecimal(value);
        boolean fits = (field.min().isEmpty()
                        || number.compareTo(BigDecimal.valueOf(field.min().getAsLong())) >= 0)
                && (field.max().isEmpty()
                        || number.compareTo(BigDecimal.valueOf(field.max().getAsLong())) <= 0)
                && (field.scale().isEmpty()
                        || number.stripTrailingZeros().scale() <= field.scale().getAsInt());
        return unless(fits, place, field, "ERR_NUMBER");
    }

    private static Optional<Fault> range(Field field, String value, String place) {
        var days = value.split("/", -1);
        if (days.length != 2 || !isDate(days[0]) || !isDate(days[1])) {
            return Optional.of(Fault.at(place, field.message().orElse("ERR_DATE")));
        }
        return unless(days[0].compareTo(days[1]) <= 0, place, field, "ERR_DATE_ORDER");
    }

    private Optional<Fault> length(Field field, String value, String place) {
        if (!field.type().isWritten()) {
            return Optional.empty();
        }
        int length = value.codePointCount(0, value.length());
        if (field.max().isPresent() && length > field.max().getAsLong()) {
            return tooMuch(field, place, "ERR_TOO_LONG", "max", field.max().getAsLong());
        }
        if (field.min().isPresent() && length < field.min().getAsLong()) {
            return tooMuch(field, place, "ERR_TOO_SHORT", "min", field.min().getAsLong());
        }
        return Optional.empty();
    }

    /** The field's own message, else its validator's, else the general one (handbook 2.1). */
    private Optional<Fault> tooMuch(Field field, String place, String general, String name, long bound) {
        var message = field.message()
                .or(() -> field.validators().stream()
                        .findFirst()
                        .map(id -> catalogue.validator(id).message()))
                .orElse(general);
        return Optional.of(Fault.at(place, message, Map.of(name, Long.toString(bound))));
    }

    private static Optional<Fault> pattern(Field field, String value, String place) {
        return unless(
                field.pattern().isEmpty()
                        || field.pattern().get().matcher(value).matches(),
                place,
                field,
                "ERR_PATTERN");
    }

    private static Optional<Fault> unless(boolean right, String place, Field field, String message) {
        return right
                ? Optional.empty()
                : Optional.of(Fault.at(place, field.message().orElse(message)));
    }

    private boolean isOption(Field field, String code) {
        return catalogue.options(field.options()).find(code, today).isPresent();
    }

    private static boolean isDate(String value) {
        try {
            LocalDate.parse(value, DATE);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isTime(String value) {
        try {
            LocalDateTime.parse(value, TIME);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Puts a typed value in order. Passwords stay as they are. */
    String tidy(Field field, String typed) {
        if (field.type() == FieldType.PASSWORD) {
            return typed;
        }
        var text = Tidying.text(typed);
        if (field.type() == FieldType.LOOKUP) {
            return code(field, text);
        }
        if (!field.type().isWritten() && field.type() != FieldType.MULTI_ENUM) {
            return text;
        }
        for (String validator : field.validators()) {
            text = Tidying.as(catalogue.validator(validator).tidy(), text);
        }
        return text;
    }

    /** A name stands for its code where only one has it (handbook 2.10). */
    private String code(Field field, String text) {
        var list = catalogue.options(field.options());
        if (text.isEmpty() || list.find(text, today).isPresent()) {
            return text;
        }
        var found = list.search(text, today, 2);
        return found.size() == 1 ? found.getFirst().code() : text;
    }
}
