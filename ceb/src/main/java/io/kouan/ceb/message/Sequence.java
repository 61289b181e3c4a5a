package io.kouan.ceb.message;

import io.kouan.ceb.catalogue.Catalogue;
import io.kouan.ceb.finding.Place;
import java.util.List;
import java.util.Map;

/**
 * The children of one element against the sequence that the schema wants. Each child name stands in a sequence once, so
 * it is enough to remember how far the sequence has come and how often the current child stood there.
 */
final class Sequence {

    /** A place in the sequence. */
    record Slot(String name, String namespace, int min, int max) {
        static Slot ceb(String name, int min, int max) {
            return new Slot(name, Catalogue.CEB_NAMESPACE, min, max);
        }
    }

    /** Stands for a child that is in no slot. */
    static final int NONE = -1;

    private final List<Slot> slots;
    private final String path;
    private final Collected collected;
    private int at;
    private int count;

    Sequence(List<Slot> slots, String path, Collected collected) {
        this.slots = slots;
        this.path = path;
        this.collected = collected;
    }

    /** Takes the next child; gives its slot, or {@link #NONE} where it has none. */
    int accept(Cursor cursor) {
        int slot = find(cursor);
        if (slot == NONE) {
            unknown(cursor);
            return NONE;
        }
        if (slot < at) {
            collected.add(
                    SyntaxCode.OUT_OF_ORDER,
                    cursor.here(path + "/" + cursor.local()),
                    Map.of("element", cursor.local(), "before", slots.get(at).name()));
            return slot;
        }
        if (slot > at) {
            missingUntil(slot, cursor.here(path));
            at = slot;
            count = 0;
        }
        count++;
        if (count == slots.get(slot).max() + 1) {
            tooMany(cursor, slots.get(slot));
        }
        return slot;
    }

    /** How often the current slot has been filled. */
    int count() {
        return count;
    }

    /** Ends the sequence and reports what is still missing. */
    void end(Place place) {
        missingUntil(slots.size(), place);
    }

    private int find(Cursor cursor) {
        for (int i = at; i < slots.size(); i++) {
            if (matches(slots.get(i), cursor)) {
                return i;
            }
        }
        for (int i = 0; i < at; i++) {
            if (matches(slots.get(i), cursor)) {
                return i;
            }
        }
        return NONE;
    }

    private static boolean matches(Slot slot, Cursor cursor) {
        return slot.name().equals(cursor.local()) && slot.namespace().equals(cursor.uri());
    }

    private void missingUntil(int end, Place place) {
        for (int i = at; i < end; i++) {
            if ((i == at ? count : 0) < slots.get(i).min()) {
                var name = slots.get(i).name();
                collected.add(
                        name.equals("Signature") ? SyntaxCode.SIGNATURE_MISSING : SyntaxCode.MISSING_ELEMENT,
                        new Place(place.line(), place.column(), path + "/" + name),
                        Map.of("element", name));
            }
        }
    }

    private void unknown(Cursor cursor) {
        var known = slots.stream()
                .filter(slot -> slot.name().equals(cursor.local()))
                .findFirst();
        collected.add(
                known.isPresent() ? SyntaxCode.WRONG_NAMESPACE : SyntaxCode.UNKNOWN_ELEMENT,
                cursor.here(path + "/" + cursor.local()),
                Map.of(
                        "element",
                        cursor.local(),
                        "namespace",
                        cursor.uri(),
                        "expected",
                        known.map(Slot::namespace).orElse("")));
    }

    private void tooMany(Cursor cursor, Slot slot) {
        var code = slot.max() == 100 && path.indexOf('/', 1) < 0
                ? SyntaxCode.TOO_MANY_DOCUMENTS
                : slot.max() > 1 && slot.name().endsWith("List") ? SyntaxCode.TOO_MANY_LINES : SyntaxCode.TOO_MANY;
        collected.add(
                code,
                cursor.here(path + "/" + slot.name() + "[" + count + "]"),
                Map.of("element", slot.name(), "max", String.valueOf(slot.max())));
    }
}
