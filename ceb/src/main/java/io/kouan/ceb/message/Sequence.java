package io.kouan.ceb.message;

import io.kouan.ceb.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The children of one element against the sequence that the schema wants. A child name stands in a sequence once, so it is
 * enough to remember where each was met first and how often. What is missing or misplaced is said at the end, when it is
 * known which few children to blame: one that was moved is one finding, not one for each that it passed.
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
    private final int[] counts;
    private final int[] offsets;
    private int last;
    private boolean disordered;

    Sequence(List<Slot> slots, String path, Collected collected) {
        this.slots = slots;
        this.path = path;
        this.collected = collected;
        this.counts = new int[slots.size()];
        this.offsets = new int[slots.size()];
    }

    /** Takes the next child; gives its slot, or {@link #NONE} where it has none. */
    int accept(Cursor cursor) {
        int slot = find(cursor);
        if (slot == NONE) {
            unknown(cursor);
            return NONE;
        }
        int count = ++counts[slot];
        if (count == 1) {
            offsets[slot] = cursor.offset();
        }
        if (count > slots.get(slot).max()) {
            if (count == slots.get(slot).max() + 1) {
                tooMany(cursor, slot);
            }
        } else if (slot < last) {
            if (count == 1) {
                disordered = true;
            } else {
                outOfOrder(slot, cursor.offset(), last);
            }
        }
        last = Math.max(last, slot);
        return slot;
    }

    /** How often a slot has been filled. */
    int count(int slot) {
        return counts[slot];
    }

    /** Where each slot was filled first, 0 where it was not. Handed out, not copied. */
    int[] offsets() {
        return offsets;
    }

    /** Ends the sequence at the parent's end tag: says what is missing and what stands in a wrong place. */
    void end(Cursor cursor) {
        if (disordered) {
            misplaced();
        }
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] < slots.get(i).min()) {
                missing(i, cursor);
            }
        }
    }

    private int find(Cursor cursor) {
        for (int i = last; i < counts.length; i++) {
            if (matches(slots.get(i), cursor)) {
                return i;
            }
        }
        for (int i = 0; i < last; i++) {
            if (matches(slots.get(i), cursor)) {
                return i;
            }
        }
        return NONE;
    }

    private static boolean matches(Slot slot, Cursor cursor) {
        return slot.name().equals(cursor.local()) && slot.namespace().equals(cursor.uri());
    }

    private void missing(int slot, Cursor cursor) {
        var name = slots.get(slot).name();
        int offset = cursor.offset();
        for (int i = slot + 1; i < offsets.length; i++) {
            if (offsets[i] > 0) {
                offset = offsets[i]; // it should have stood before this one
                break;
            }
        }
        collected.add(
                name.equals("Signature") ? SyntaxCode.SIGNATURE_MISSING : SyntaxCode.MISSING_ELEMENT,
                offset,
                path + "/" + name,
                Map.of("element", name));
    }

    /** Blames the fewest children whose removal leaves the rest in order. */
    private void misplaced() {
        var met = IntStream.range(0, offsets.length)
                .filter(slot -> offsets[slot] > 0)
                .boxed()
                .sorted(Comparator.comparingInt(slot -> offsets[slot]))
                .toList();
        var inOrder = longestInOrder(met);
        for (int slot : met) {
            if (!inOrder.contains(slot)) {
                int next =
                        inOrder.stream().filter(kept -> kept > slot).findFirst().orElse(slots.size());
                outOfOrder(slot, offsets[slot], next);
            }
        }
    }

    /** The longest run of slots that only grows, not necessarily without gaps. */
    private static List<Integer> longestInOrder(List<Integer> met) {
        var lengths = new int[met.size()];
        var previous = new int[met.size()];
        int best = 0;
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = 1;
            previous[i] = NONE;
            for (int j = 0; j < i; j++) {
                if (met.get(j) < met.get(i) && lengths[j] >= lengths[i]) {
                    lengths[i] = lengths[j] + 1;
                    previous[i] = j;
                }
            }
            best = lengths[i] > lengths[best] ? i : best;
        }
        var run = new ArrayList<Integer>();
        for (int i = best; i != NONE; i = previous[i]) {
            run.add(met.get(i));
        }
        return run.reversed();
    }

    private void outOfOrder(int slot, int offset, int next) {
        var name = slots.get(slot).name();
        var before =
                next < slots.size() ? slots.get(next).name() : "</" + path.substring(path.lastIndexOf('/') + 1) + ">";
        collected.add(SyntaxCode.OUT_OF_ORDER, offset, path + "/" + name, Map.of("element", name, "before", before));
    }

    private void unknown(Cursor cursor) {
        var known = slots.stream()
                .filter(slot -> slot.name().equals(cursor.local()))
                .findFirst();
        collected.add(
                known.isPresent() ? SyntaxCode.WRONG_NAMESPACE : SyntaxCode.UNKNOWN_ELEMENT,
                cursor.offset(),
                path + "/" + cursor.local(),
                Map.of(
                        "element",
                        cursor.local(),
                        "namespace",
                        cursor.uri(),
                        "expected",
                        known.map(Slot::namespace).orElse("")));
    }

    private void tooMany(Cursor cursor, int index) {
        var slot = slots.get(index);
        var code = slot.max() == 100 && path.indexOf('/', 1) < 0
                ? SyntaxCode.TOO_MANY_DOCUMENTS
                : slot.max() > 1 && slot.name().endsWith("List") ? SyntaxCode.TOO_MANY_LINES : SyntaxCode.TOO_MANY;
        collected.add(
                code,
                cursor.offset(),
                path + "/" + slot.name() + "[" + counts[index] + "]",
                Map.of("element", slot.name(), "max", String.valueOf(slot.max())));
    }
}
