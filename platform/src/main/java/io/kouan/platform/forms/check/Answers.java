package io.kouan.platform.forms.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a form was filled in with. A value that is missing and an empty one are the same.
 *
 * @param fields values by field, several codes joined by commas
 * @param tables rows by section, each a map of values by field
 */
public record Answers(Map<String, String> fields, Map<String, List<Map<String, String>>> tables) {

    public static final Answers NONE = new Answers(Map.of(), Map.of());

    public Answers {
        fields = Map.copyOf(fields);
        var copies = new LinkedHashMap<String, List<Map<String, String>>>();
        tables.forEach((section, rows) ->
                copies.put(section, rows.stream().map(Map::copyOf).toList()));
        tables = Map.copyOf(copies);
    }

    /** The value of a field, empty where there is none. */
    public String text(String field) {
        return fields.getOrDefault(field, "");
    }

    public List<Map<String, String>> rows(String section) {
        return tables.getOrDefault(section, List.of());
    }

    /** The same with one value more or other. */
    public Answers with(String field, String value) {
        var changed = new LinkedHashMap<>(fields);
        changed.put(field, value);
        return new Answers(changed, tables);
    }

    /** The same with these values more or other. */
    public Answers with(Map<String, String> values) {
        var changed = new LinkedHashMap<>(fields);
        changed.putAll(values);
        return new Answers(changed, tables);
    }

    /** The same with other rows in a table. */
    public Answers withRows(String section, List<Map<String, String>> rows) {
        var changed = new LinkedHashMap<>(tables);
        changed.put(section, new ArrayList<>(rows));
        return new Answers(fields, changed);
    }
}
