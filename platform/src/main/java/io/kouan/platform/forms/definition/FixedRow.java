package io.kouan.platform.forms.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row that a table always has, and that nobody adds or removes.
 *
 * @param label what the row is about; its Chinese wording is among the values
 * @param values of the fields that are given with the row
 * @param needed fields that somebody has to fill in or tick in this row
 * @param document what is printed for it, empty where nothing is
 * @param hint what to do about it
 */
public record FixedRow(
        String key,
        Label label,
        Map<String, String> values,
        List<String> needed,
        String document,
        Optional<Label> hint) {

    public FixedRow {
        values = Map.copyOf(values);
        needed = List.copyOf(needed);
    }
}
