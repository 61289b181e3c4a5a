package io.kouan.platform.forms;

import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.Mask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Answers as those may see them who need not know them whole (roles.md section 6). Pure. */
final class MaskedAnswers {

    private static final int MOST = 200;

    private MaskedAnswers() {}

    /** The values at some places, masked as the form says. */
    static Map<String, String> at(Set<String> places, FormDefinition form, Answers answers) {
        var values = new LinkedHashMap<String, String>();
        for (String place : places) {
            var value = value(place, answers);
            if (!value.isEmpty()) {
                values.put(place, masked(place, form, value));
            }
        }
        return values;
    }

    /** The fields that are filled in and are shown masked to others. */
    static Set<String> personal(FormDefinition form, Answers answers) {
        var filled = new TreeSet<String>();
        form.sections()
                .forEach(section -> section.fields().stream()
                        .filter(field -> field.mask() != Mask.NONE && !field.isSecret())
                        .filter(field -> section.isTable()
                                ? answers.rows(section.key()).stream().anyMatch(row -> isFilled(row, field))
                                : isFilled(answers.fields(), field))
                        .forEach(field -> filled.add(field.key())));
        return filled;
    }

    private static boolean isFilled(Map<String, String> values, Field field) {
        return !values.getOrDefault(field.key(), "").isEmpty();
    }

    private static String masked(String place, FormDefinition form, String value) {
        var mask = form.field(place.substring(place.lastIndexOf('.') + 1))
                .map(field -> field.isSecret() ? Mask.SECRET : field.mask())
                .orElse(Mask.SECRET);
        var shown = mask.of(value);
        return shown.length() <= MOST ? shown : shown.substring(0, MOST) + "…";
    }

    private static String value(String place, Answers answers) {
        var parts = List.of(place.split("\\.", -1));
        if (parts.size() < 3) {
            return answers.text(place);
        }
        var rows = answers.rows(parts.getFirst());
        int row = Integer.parseInt(parts.get(1));
        return row < rows.size() ? rows.get(row).getOrDefault(parts.get(2), "") : "";
    }
}
