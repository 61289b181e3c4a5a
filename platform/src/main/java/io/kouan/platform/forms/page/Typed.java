package io.kouan.platform.forms.page;

import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.util.MultiValueMap;

/** Reads what a page's form sent: a field by its key, a row's field as {@code table.row.field}. */
final class Typed {

    private static final int MOST_CHARACTERS = 20_000;

    private Typed() {}

    /** The answers of one group; a choice that was not sent is one that was unticked. */
    static Answers of(Section section, MultiValueMap<String, String> sent) {
        return section.isTable()
                ? new Answers(Map.of(), Map.of(section.key(), rows(section, sent)))
                : new Answers(values(section, "", sent), Map.of());
    }

    private static Map<String, String> values(Section section, String before, MultiValueMap<String, String> sent) {
        var values = new LinkedHashMap<String, String>();
        section.fields().stream()
                .filter(Field::isOpen)
                .forEach(field -> values.put(field.key(), value(sent.get(before + field.key()))));
        return values;
    }

    private static String value(@org.jspecify.annotations.Nullable List<String> sent) {
        var all = sent == null
                ? ""
                : String.join(",", sent.stream().filter(one -> !one.isEmpty()).toList());
        return all.length() <= MOST_CHARACTERS ? all : all.substring(0, MOST_CHARACTERS);
    }

    /** Rows in the order of their numbers, without the one that was removed, with one more where that was asked. */
    private static List<Map<String, String>> rows(Section section, MultiValueMap<String, String> sent) {
        var numbers = new TreeSet<Integer>();
        for (String name : sent.keySet()) {
            var parts = name.split("\\.", -1);
            if (parts.length == 3 && parts[0].equals(section.key()) && parts[1].matches("[0-9]{1,4}")) {
                numbers.add(Integer.valueOf(parts[1]));
            }
        }
        var removed = sent.getFirst("remove");
        var rows = new ArrayList<Map<String, String>>();
        for (int number : numbers) {
            if (!Integer.toString(number).equals(removed)) {
                rows.add(values(section, section.key() + "." + number + ".", sent));
            }
        }
        if (sent.containsKey("add")) {
            rows.add(initial(section));
        }
        return rows;
    }

    private static Map<String, String> initial(Section section) {
        var row = new LinkedHashMap<String, String>();
        section.fields().forEach(field -> row.put(field.key(), field.initial()));
        return row;
    }
}
