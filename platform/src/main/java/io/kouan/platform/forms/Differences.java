package io.kouan.platform.forms;

import io.kouan.platform.forms.check.Answers;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Which places of a form differ between two fillings. */
final class Differences {

    private Differences() {}

    /** Places as in {@link io.kouan.platform.forms.check.Fault#place}; a row that came or went names all its fields. */
    static Set<String> between(Answers before, Answers now) {
        var old = places(before);
        var young = places(now);
        var all = new LinkedHashSet<>(young.keySet());
        all.addAll(old.keySet());
        all.removeIf(place -> old.getOrDefault(place, "").equals(young.getOrDefault(place, "")));
        return all;
    }

    private static Map<String, String> places(Answers answers) {
        var places = new LinkedHashMap<>(answers.fields());
        answers.tables().forEach((table, rows) -> {
            for (int i = 0; i < rows.size(); i++) {
                int row = i;
                rows.get(i).forEach((field, value) -> places.put(table + "." + row + "." + field, value));
            }
        });
        return places;
    }
}
