package io.kouan.platform.content;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of a notice, taken apart for a page: headings ({@code ## }), lists ({@code - }), paragraphs, and bold between two pairs of
 * asterisks. There is no way to write markup: a page shows each piece as text, so whatever looks like HTML is shown as it was typed.
 */
record Body(List<Block> blocks) {

    Body {
        blocks = List.copyOf(blocks);
    }

    /** What a block is. */
    enum Kind {
        HEADING,
        PARAGRAPH,
        LIST
    }

    /**
     * A block.
     *
     * @param lines lines of a paragraph, items of a list, or the one line of a heading
     */
    record Block(Kind kind, List<List<Span>> lines) {
        Block {
            lines = List.copyOf(lines);
        }
    }

    /** A piece of a line. */
    record Span(String text, boolean strong) {}

    static Body of(String text) {
        var blocks = new ArrayList<Block>();
        var open = new ArrayList<List<Span>>();
        var kind = Kind.PARAGRAPH;
        for (String line : text.lines().toList()) {
            var stripped = line.strip();
            var next = kind(stripped);
            if ((stripped.isEmpty() || next != kind || next == Kind.HEADING) && !open.isEmpty()) {
                blocks.add(new Block(kind, open));
                open = new ArrayList<>();
            }
            if (!stripped.isEmpty()) {
                kind = next;
                open.add(spans(content(stripped, next)));
            }
        }
        if (!open.isEmpty()) {
            blocks.add(new Block(kind, open));
        }
        return new Body(blocks);
    }

    private static Kind kind(String line) {
        if (line.startsWith("## ")) {
            return Kind.HEADING;
        }
        return line.startsWith("- ") ? Kind.LIST : Kind.PARAGRAPH;
    }

    private static String content(String line, Kind kind) {
        return switch (kind) {
            case HEADING -> line.substring(3).strip();
            case LIST -> line.substring(2).strip();
            case PARAGRAPH -> line;
        };
    }

    /** Every second piece between pairs of asterisks is bold; a pair without its partner is text. */
    private static List<Span> spans(String line) {
        var parts = line.split("\\*\\*", -1);
        boolean whole = parts.length % 2 == 1;
        var spans = new ArrayList<Span>();
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            if (!whole && last) {
                spans.add(new Span("**" + parts[i], false));
            } else if (!parts[i].isEmpty()) {
                spans.add(new Span(parts[i], i % 2 == 1));
            }
        }
        return spans;
    }
}
