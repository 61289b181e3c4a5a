package io.kouan.platform.forms;

import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.Condition;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.Section;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What may be changed in a record that came back for correction (退回修改). A return that names items opens these, what depends
 * on them, and what is wrong by now although nobody named it: otherwise nobody could hand the record in again. A return that
 * names nothing opens everything.
 */
public final class Corrections {

    /** Nothing is kept from being changed. */
    public static final Corrections ALL = new Corrections(Set.of(), true);

    private static final String EVERY_ROW = ".*.";

    private final Set<String> open;
    private final boolean all;

    private Corrections(Set<String> open, boolean all) {
        this.open = Set.copyOf(open);
        this.all = all;
    }

    /**
     * What a return opens.
     *
     * @param named fields, {@code table.row.field}, tables and attachment slots that have to be put right
     * @param faults what keeps the record from being handed in as it stands
     */
    static Corrections of(FormDefinition form, List<String> named, Collection<Fault> faults) {
        if (named.isEmpty()) {
            return ALL;
        }
        var opening = new Opening(form);
        named.forEach(opening::follow);
        faults.stream().filter(fault -> !fault.warning()).map(Fault::place).forEach(opening::follow);
        return new Corrections(opening.open, false);
    }

    /** Whether there is anything that may not be changed. */
    public boolean locks() {
        return !all;
    }

    /** Whether a field, or {@code table.row.field}, may be changed. */
    public boolean opens(String place) {
        if (all || open.contains(place)) {
            return true;
        }
        var parts = place.split("\\.", -1);
        return parts.length == 3 && (open.contains(parts[0]) || open.contains(parts[0] + EVERY_ROW + parts[2]));
    }

    /** Whether rows of a table may come and go. */
    public boolean opensRows(String table) {
        return all || open.contains(table);
    }

    /** Whether files may be put into a slot, and taken out. */
    public boolean opensSlot(String slot) {
        return all || open.contains(slot);
    }

    /** Whether anything of a group may be changed. */
    public boolean opensAnyOf(Section section) {
        return all
                || section.fields().stream().filter(Field::isOpen).anyMatch(field -> isOpenSomewhere(section, field));
    }

    private boolean isOpenSomewhere(Section section, Field field) {
        return section.isTable()
                ? open.contains(section.key())
                        || open.stream()
                                .anyMatch(place ->
                                        place.startsWith(section.key() + ".") && place.endsWith("." + field.key()))
                : open.contains(field.key());
    }

    /** Whether an officer can name it: a field that the enterprise fills in, a table, or an attachment slot. */
    static boolean isItem(FormDefinition form, String place) {
        var parts = place.split("\\.", -1);
        var open = form.field(parts[parts.length - 1]).filter(Field::isOpen);
        return switch (parts.length) {
            case 1 ->
                open.isPresent()
                        || form.slot(place).isPresent()
                        || form.section(place).filter(Section::isTable).isPresent();
            case 3 -> open.isPresent() && parts[1].matches("[0-9]{1,3}");
            default -> false;
        };
    }

    /** Finds what depends on what was named, and on that again. */
    private static final class Opening {

        private final FormDefinition form;
        private final Set<String> open = new HashSet<>();

        Opening(FormDefinition form) {
            this.form = form;
        }

        void follow(String place) {
            if (place.isEmpty() || !open.add(place)) {
                return;
            }
            var key = place.substring(place.lastIndexOf('.') + 1);
            var row = place.substring(0, place.length() - key.length());
            form.section(place)
                    .filter(Section::isTable)
                    .ifPresent(table -> table.fields().forEach(field -> follow(place + EVERY_ROW + field.key())));
            form.sections().forEach(section -> dependents(section, key, row));
            if (row.isEmpty()) {
                form.attachments().stream()
                        .filter(slot -> asks(slot.requiredWhen(), key))
                        .forEach(slot -> follow(slot.key()));
            }
        }

        private void dependents(Section section, String key, String row) {
            boolean whole = row.isEmpty() && asks(section.visibleWhen(), key);
            if (whole && section.isTable()) {
                follow(section.key());
            }
            section.fields().stream()
                    .filter(field -> whole || asks(field.visibleWhen(), key) || asks(field.requiredWhen(), key))
                    .forEach(field -> follow(section, field, row));
        }

        private void follow(Section section, Field field, String row) {
            if (!section.isTable() && row.isEmpty()) {
                follow(field.key());
            } else if (section.isTable() && row.isEmpty()) {
                follow(section.key() + EVERY_ROW + field.key());
            } else if (row.startsWith(section.key() + ".")) {
                follow(row + field.key());
            }
        }

        private static boolean asks(Optional<Condition> condition, String field) {
            return condition.filter(it -> it.fields().anyMatch(field::equals)).isPresent();
        }
    }
}
