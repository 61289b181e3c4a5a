package io.kouan.platform.forms.definition;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A group of questions (分组); each stands on a page of its own.
 *
 * @param table how many rows, where the group is a table
 * @param attachments whether the group is nothing but the list of the attachments (附件列表)
 * @param fixed the rows, where they are always the same
 * @param filledBy officers who fill in what officers fill in; none means whoever decides
 */
public record Section(
        String key,
        Label label,
        Optional<Rows> table,
        boolean attachments,
        List<FixedRow> fixed,
        List<String> filledBy,
        Optional<Condition> visibleWhen,
        List<Field> fields) {

    public Section {
        fixed = List.copyOf(fixed);
        filledBy = List.copyOf(filledBy);
        fields = List.copyOf(fields);
    }

    /** Questions that are always asked, once. */
    public static Section of(String key, Label label, List<Field> fields) {
        return new Section(key, label, Optional.empty(), false, List.of(), List.of(), Optional.empty(), fields);
    }

    /** Bounds of a table. */
    public record Rows(int min, int max) {}

    public boolean isTable() {
        return table.isPresent();
    }

    /** The same group with these questions only, for a page that asks fewer at a time. */
    public Section only(Collection<String> keys) {
        return new Section(
                key,
                label,
                table,
                attachments,
                fixed,
                filledBy,
                visibleWhen,
                fields.stream().filter(field -> keys.contains(field.key())).toList());
    }
}
