package io.kouan.platform.forms.check;

import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FormCatalogue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks what was typed on a page that is no form with records: the fields of {@code forms/shared/screens.yaml}. */
public final class ScreenCheck {

    private final FieldCheck check;

    public ScreenCheck(FormCatalogue catalogue, LocalDate today) {
        this.check = new FieldCheck(catalogue, today);
    }

    /** The values of these fields, put in order; nothing else is taken over. */
    public Map<String, String> tidy(List<Field> fields, Map<String, String> typed) {
        var values = new LinkedHashMap<String, String>();
        fields.forEach(field -> values.put(field.key(), check.tidy(field, typed.getOrDefault(field.key(), ""))));
        return values;
    }

    /** What is wrong, in the order of the fields. */
    public List<Fault> faults(List<Field> fields, Map<String, String> values) {
        var faults = new ArrayList<Fault>();
        for (Field field : fields) {
            var value = values.getOrDefault(field.key(), "");
            if (!value.isEmpty()) {
                faults.addAll(check.faults(field, value, field.key(), key -> values.getOrDefault(key, "")));
            } else if (field.required()) {
                faults.add(Fault.at(field.key(), "ERR_REQUIRED"));
            }
        }
        return faults;
    }
}
