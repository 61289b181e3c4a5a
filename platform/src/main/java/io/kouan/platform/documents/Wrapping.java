package io.kouan.platform.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Breaks text into lines: anywhere between Chinese characters, between words otherwise, never before closing punctuation. Pure. */
final class Wrapping {

    private static final String CLOSING = "，。、；：！？）》」』”’％,.;:!?)]}";
    private static final String OPENING = "（《「『“‘([{";

    private Wrapping() {}

    /** The lines of a text that is no wider than given; the first line begins after an indent. */
    static List<String> lines(String text, double width, double indent, ToDoubleFunction<Integer> widths) {
        var lines = new ArrayList<String>();
        for (String paragraph : text.split("\n", -1)) {
            wrap(paragraph.codePoints().toArray(), width, lines.isEmpty() ? indent : 0, widths, lines);
        }
        return lines;
    }

    private static void wrap(
            int[] text, double width, double indent, ToDoubleFunction<Integer> widths, List<String> lines) {
        int start = 0;
        int mayBreak = 0;
        double used = indent;
        for (int at = 0; at < text.length; at++) {
            double wide = widths.applyAsDouble(text[at]);
            if (at > start && breaks(text[at - 1], text[at])) {
                mayBreak = at;
            }
            if (used + wide > width && at > start) {
                int end = mayBreak > start ? mayBreak : at;
                lines.add(new String(text, start, end - start).stripTrailing());
                used = 0;
                for (int i = end; i < at; i++) {
                    used += widths.applyAsDouble(text[i]);
                }
                start = end;
            }
            used += wide;
        }
        lines.add(new String(text, start, text.length - start));
    }

    private static boolean breaks(int before, int after) {
        if (CLOSING.indexOf(after) >= 0 || OPENING.indexOf(before) >= 0) {
            return false;
        }
        return before == ' ' || before == '-' || before == '/' || before == '@' || isWide(before) || isWide(after);
    }

    private static boolean isWide(int character) {
        return Character.isIdeographic(character) || (character >= 0x2E80 && character <= 0xFFEF);
    }
}
