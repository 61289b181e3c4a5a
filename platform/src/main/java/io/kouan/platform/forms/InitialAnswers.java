package io.kouan.platform.forms;

import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FixedRow;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.FormRule;
import io.kouan.platform.forms.definition.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a new record begins with: defaults, and what the enterprise's profile knows. */
final class InitialAnswers {

    private InitialAnswers() {}

    static Answers of(FormDefinition form, Map<String, String> profile) {
        var named = new LinkedHashMap<String, String>();
        form.rules().stream()
                .filter(rule -> rule.kind() == FormRule.Kind.MATCH_PROFILE)
                .forEach(rule -> named.put(rule.parameter("field"), rule.parameter("profile")));
        var fields = new LinkedHashMap<String, String>();
        for (Section section : form.sections()) {
            if (!section.isTable()) {
                section.fields().forEach(field -> put(fields, field, profile, named));
            }
        }
        return new Answers(fields, tables(form));
    }

    /** Tables whose rows are always the same have them from the beginning. */
    private static Map<String, List<Map<String, String>>> tables(FormDefinition form) {
        var tables = new LinkedHashMap<String, List<Map<String, String>>>();
        form.sections().stream()
                .filter(section -> !section.fixed().isEmpty())
                .forEach(section -> tables.put(
                        section.key(),
                        section.fixed().stream().map(FixedRow::values).toList()));
        return tables;
    }

    private static void put(
            Map<String, String> fields, Field field, Map<String, String> profile, Map<String, String> named) {
        var known = profile.getOrDefault(named.getOrDefault(field.key(), field.key()), "");
        var value = known.isEmpty() ? field.initial() : known;
        if (!value.isEmpty()) {
            fields.put(field.key(), value);
        }
    }

    /** A new row of a table. */
    static Map<String, String> row(Section section) {
        var row = new LinkedHashMap<String, String>();
        section.fields().stream()
                .filter(field -> !field.initial().isEmpty())
                .forEach(field -> row.put(field.key(), field.initial()));
        return row;
    }
}
