package io.kouan.platform.forms;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
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

    private static final String LOCKED = "ERR_NOT_RETURNED";

    private OpenFields() {}

    /**
     * What the enterprise typed, laid over what is there. A group that was not sent stays as it is, and so does a locked field of a
     * row that was not sent.
     */
    static Answers merge(FormDefinition form, Answers held, Answers typed, Corrections corrections) {
        var fields = new LinkedHashMap<>(held.fields());
        var tables = new LinkedHashMap<>(held.tables());
        for (Section section : form.sections()) {
            if (section.isTable()) {
                if (typed.tables().containsKey(section.key())
                        && section.fields().stream().anyMatch(Field::isOpen)) {
                    tables.put(
                            section.key(),
                            rows(section, held.rows(section.key()), typed.rows(section.key()), corrections));
                }
            } else {
                section.fields().stream()
                        .filter(field -> field.isOpen() && typed.fields().containsKey(field.key()))
                        .forEach(field -> fields.put(field.key(), typed.text(field.key())));
            }
        }
        return new Answers(fields, tables);
    }

    /** What was changed although the return did not name it, in the order of the form. */
    static List<Fault> locked(FormDefinition form, Answers before, Answers after, Corrections corrections) {
        if (!corrections.locks()) {
            return List.of();
        }
        var faults = new ArrayList<Fault>();
        for (Section section : form.sections()) {
            var open = section.fields().stream().filter(Field::isOpen).toList();
            if (!section.isTable()) {
                open.stream()
                        .filter(field -> !before.text(field.key()).equals(after.text(field.key())))
                        .map(Field::key)
                        .filter(place -> !corrections.opens(place))
                        .forEach(place -> faults.add(Fault.at(place, LOCKED)));
                continue;
            }
            var was = before.rows(section.key());
            var is = after.rows(section.key());
            if (was.size() != is.size() && !corrections.opensRows(section.key())) {
                faults.add(Fault.at(section.key(), LOCKED));
                continue;
            }
            for (int i = 0; i < Math.min(was.size(), is.size()); i++) {
                for (Field field : open) {
                    var place = section.key() + "." + i + "." + field.key();
                    boolean same = was.get(i)
                            .getOrDefault(field.key(), "")
                            .equals(is.get(i).getOrDefault(field.key(), ""));
                    if (!same && !corrections.opens(place)) {
                        faults.add(Fault.at(place, LOCKED));
                    }
                }
            }
        }
        return faults;
    }

    private static List<Map<String, String>> rows(
            Section section, List<Map<String, String>> held, List<Map<String, String>> typed, Corrections corrections) {
        var rows = new ArrayList<Map<String, String>>();
        int most = section.table().orElseThrow().max() + 1;
        for (int i = 0; i < Math.min(typed.size(), most); i++) {
            var row = new LinkedHashMap<String, String>();
            var before = i < held.size() ? held.get(i) : Map.<String, String>of();
            for (Field field : section.fields()) {
                boolean written = field.isOpen()
                        && (typed.get(i).containsKey(field.key())
                                || corrections.opens(section.key() + "." + i + "." + field.key()));
                row.put(field.key(), (written ? typed.get(i) : before).getOrDefault(field.key(), ""));
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
