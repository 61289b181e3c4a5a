package io.kouan.platform.forms.definition;

import io.kouan.ceb.catalogue.CodeTables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What can be chosen in a field. Some lists change with the date; some are the first lines of a table of thousands.
 *
 * @param sets the values by the dates for which they count
 * @param further codes beyond the values, by code; empty where the list is closed
 */
public record OptionList(String id, List<Dated> sets, Map<String, Option> further) {

    public OptionList {
        sets = List.copyOf(sets);
    }

    /** Values that count from one date to another, both included. */
    public record Dated(LocalDate from, LocalDate until, List<Option> values) {
        public Dated {
            values = List.copyOf(values);
        }

        boolean counts(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /** What is offered on a day, in the order of the file. */
    public List<Option> on(LocalDate day) {
        return sets.stream()
                .filter(set -> set.counts(day))
                .flatMap(set -> set.values().stream())
                .toList();
    }

    /** The option of a code that can be chosen on a day. */
    public Optional<Option> find(String code, LocalDate day) {
        return on(day).stream()
                .filter(option -> option.code().equals(code))
                .findFirst()
                .or(() -> Optional.ofNullable(further.get(code)));
    }

    /** The name of a code that was chosen at any time, or the code itself. */
    public Label label(String code) {
        return sets.reversed().stream()
                .flatMap(set -> set.values().stream())
                .filter(option -> option.code().equals(code))
                .findFirst()
                .or(() -> Optional.ofNullable(further.get(code)))
                .map(Option::label)
                .orElseGet(() -> new Label(code, code));
    }

    /** Whether it is too long to show whole. */
    public boolean isLong() {
        return !further.isEmpty();
    }

    /** What begins with, then what contains the text: code or name, in either language. */
    public List<Option> search(String text, LocalDate day, int most) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        var candidates = new LinkedHashMap<String, Option>();
        on(day).forEach(option -> candidates.put(option.code(), option));
        further.forEach(candidates::putIfAbsent);
        var first = new ArrayList<Option>();
        var then = new ArrayList<Option>();
        for (Option option : candidates.values()) {
            if (begins(option, wanted)) {
                first.add(option);
            } else if (first.size() < most && contains(option, wanted)) {
                then.add(option);
            }
        }
        first.addAll(then);
        return first.stream().limit(most).toList();
    }

    private static boolean begins(Option option, String wanted) {
        return option.code().toLowerCase(Locale.ROOT).startsWith(wanted)
                || option.label().zh().startsWith(wanted)
                || option.label().en().toLowerCase(Locale.ROOT).startsWith(wanted);
    }

    private static boolean contains(Option option, String wanted) {
        return option.label().zh().contains(wanted)
                || option.label().en().toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** The codes of a table of the specification, by one of its columns. */
    static Map<String, Option> table(String name, String column) {
        var options = new LinkedHashMap<String, Option>();
        for (var row : CodeTables.named(name).all()) {
            var code = column.equals("code") ? row.code() : row.extra().getOrDefault(column, "");
            if (!code.isEmpty()) {
                var en = row.nameEn().isEmpty() ? row.nameZh() : row.nameEn();
                options.putIfAbsent(code, new Option(code, new Label(row.nameZh(), en)));
            }
        }
        return options;
    }
}
