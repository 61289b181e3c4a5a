package io.kouan.platform.forms;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.Section;
import io.kouan.platform.forms.definition.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lets through only what the one who writes may write: everything else stays as it was, whatever the request says. */
final class OpenFields {

    private OpenFields() {}

    /** What the enterprise typed, laid over what is there. A group that was not sent stays as it is. */
    static Answers merge(FormDefinition form, Answers held, Answers typed) {
        var fields = new LinkedHashMap<>(held.fields());
        var tables = new LinkedHashMap<>(held.tables());
        for (Section section : form.sections()) {
            if (section.isTable()) {
                if (typed.tables().containsKey(section.key())
                        && section.fields().stream().anyMatch(Field::isOpen)) {
                    tables.put(section.key(), rows(section, held.rows(section.key()), typed.rows(section.key())));
                }
            } else {
                section.fields().stream()
                        .filter(field -> field.isOpen() && typed.fields().containsKey(field.key()))
                        .forEach(field -> fields.put(field.key(), typed.text(field.key())));
            }
        }
        return new Answers(fields, tables);
    }

    private static List<Map<String, String>> rows(
            Section section, List<Map<String, String>> held, List<Map<String, String>> typed) {
        var rows = new ArrayList<Map<String, String>>();
        int most = section.table().orElseThrow().max() + 1;
        for (int i = 0; i < Math.min(typed.size(), most); i++) {
            var row = new LinkedHashMap<String, String>();
            var before = i < held.size() ? held.get(i) : Map.<String, String>of();
            for (Field field : section.fields()) {
                var source = field.isOpen() ? typed.get(i) : before;
                row.put(field.key(), source.getOrDefault(field.key(), ""));
            }
            rows.add(row);
        }
        return rows;
    }

    /** What the officer entered; fields of tables are named {@code table.row.field}. */
    static Answers reviewer(FormDefinition form, Answers held, Map<String, String> entered, Actor actor) {
        var fields = new LinkedHashMap<>(held.fields());
        var tables = new LinkedHashMap<String, List<Map<String, String>>>(held.tables());
        for (Section section : form.sections()) {
            if (!fillsIn(section, actor)) {
                continue;
            }
            var own = section.fields().stream()
                    .filter(field -> field.source() == Source.REVIEWER)
                    .map(Field::key)
                    .toList();
            if (section.isTable()) {
                tables.computeIfPresent(section.key(), (key, rows) -> entered(key, rows, own, entered));
            } else {
                own.stream().filter(entered::containsKey).forEach(key -> fields.put(key, entered.get(key)));
            }
        }
        return new Answers(fields, tables);
    }

    /** Whether an officer fills in what officers fill in of this group. */
    static boolean fillsIn(Section section, Actor actor) {
        return section.filledBy().isEmpty() || section.filledBy().stream().anyMatch(actor::has);
    }

    private static List<Map<String, String>> entered(
            String table, List<Map<String, String>> rows, List<String> own, Map<String, String> entered) {
        var changed = new ArrayList<Map<String, String>>();
        for (int i = 0; i < rows.size(); i++) {
            var row = new LinkedHashMap<>(rows.get(i));
            for (String field : own) {
                var value = entered.get(table + "." + i + "." + field);
                if (value != null) {
                    row.put(field, value);
                }
            }
            changed.add(row);
        }
        return changed;
    }
}
