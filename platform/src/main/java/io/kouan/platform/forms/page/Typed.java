package io.kouan.platform.forms.page;

import io.kouan.platform.forms.Corrections;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.util.MultiValueMap;

/** Reads what a page's form sent: a field by its key, a row's field as {@code table.row.field}. */
final class Typed {

    private static final int MOST_CHARACTERS = 20_000;

    private Typed() {}

    /**
     * The answers of one group; a choice that was not sent is one that was unticked. What a return keeps closed is not in the page:
     * of that, only what was sent all the same is taken, so that it can be refused.
     *
     * @param held what the record says, by whose rows a closed table is counted
     */
    static Answers of(Section section, MultiValueMap<String, String> sent, Corrections corrections, Answers held) {
        if (!section.isTable()) {
            return new Answers(values(section, "", sent, corrections), Map.of());
        }
        var rows = corrections.opensRows(section.key())
                ? rows(section, sent, corrections)
                : closed(section, sent, corrections, held.rows(section.key()).size());
        return new Answers(Map.of(), Map.of(section.key(), rows));
    }

    private static Map<String, String> values(
            Section section, String before, MultiValueMap<String, String> sent, Corrections corrections) {
        var values = new LinkedHashMap<String, String>();
        section.fields().stream()
                .filter(Field::isOpen)
                .filter(field -> sent.containsKey(before + field.key()) || corrections.opens(before + field.key()))
                .forEach(field -> values.put(field.key(), value(sent.get(before + field.key()))));
        return values;
    }

    /** The rows that are there, and one more where somebody asks for another number of rows all the same. */
    private static List<Map<String, String>> closed(
            Section section, MultiValueMap<String, String> sent, Corrections corrections, int held) {
        int most = numbers(section, sent).stream()
                .mapToInt(number -> number + 1)
                .max()
                .orElse(0);
        int bound = section.table().orElseThrow().max() + 1;
        var rows = new ArrayList<Map<String, String>>();
        for (int i = 0; i < Math.max(held, Math.min(most, bound)); i++) {
            rows.add(values(section, section.key() + "." + i + ".", sent, corrections));
        }
        if (sent.containsKey("add") || sent.containsKey("remove")) {
            rows.add(initial(section));
        }
        return rows;
    }

    private static String value(@org.jspecify.annotations.Nullable List<String> sent) {
        var all = sent == null
                ? ""
                : String.join(",", sent.stream().filter(one -> !one.isEmpty()).toList());
        return all.length() <= MOST_CHARACTERS ? all : all.substring(0, MOST_CHARACTERS);
    }

    /** Rows in the order of their numbers, without the one that was removed, with one more where that was asked. */
    private static List<Map<String, String>> rows(
            Section section, MultiValueMap<String, String> sent, Corrections corrections) {
        var removed = sent.getFirst("remove");
        var rows = new ArrayList<Map<String, String>>();
        for (int number : numbers(section, sent)) {
            if (!Integer.toString(number).equals(removed)) {
                rows.add(values(section, section.key() + "." + number + ".", sent, corrections));
            }
        }
        if (sent.containsKey("add")) {
            rows.add(initial(section));
        }
        return rows;
    }

    private static SortedSet<Integer> numbers(Section section, MultiValueMap<String, String> sent) {
        var numbers = new TreeSet<Integer>();
        for (String name : sent.keySet()) {
            var parts = name.split("\\.", -1);
            if (parts.length == 3 && parts[0].equals(section.key()) && parts[1].matches("[0-9]{1,4}")) {
                numbers.add(Integer.valueOf(parts[1]));
            }
        }
        return numbers;
    }

    private static Map<String, String> initial(Section section) {
        var row = new LinkedHashMap<String, String>();
        section.fields().forEach(field -> row.put(field.key(), field.initial()));
        return row;
    }
}
