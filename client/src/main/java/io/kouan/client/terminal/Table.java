package io.kouan.client.terminal;

import java.util.ArrayList;
import java.util.List;

/** A table in plain text; Chinese characters count two columns wide. */
public final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    public Table row(Object... cells) {
        var row = new ArrayList<String>();
        for (Object cell : cells) {
            row.add(String.valueOf(cell));
        }
        rows.add(row);
        return this;
    }

    /** One line per row; columns that hold only numbers stand to the right. */
    public List<String> lines() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        var widths = new int[columns];
        var numeric = new boolean[columns];
        for (int column = 0; column < columns; column++) {
            int at = column;
            widths[at] =
                    rows.stream().mapToInt(row -> width(cell(row, at))).max().orElse(0);
            numeric[at] = rows.stream().skip(1).map(row -> cell(row, at)).allMatch(text -> text.matches("[0-9,.% ]*"));
        }
        return rows.stream().map(row -> line(row, widths, numeric)).toList();
    }

    private static String line(List<String> row, int[] widths, boolean[] numeric) {
        var line = new StringBuilder("  ");
        for (int column = 0; column < widths.length; column++) {
            var text = cell(row, column);
            var space = " ".repeat(widths[column] - width(text));
            line.append(numeric[column] ? space + text : text + space).append("  ");
        }
        return line.toString().stripTrailing();
    }

    private static String cell(List<String> row, int column) {
        return column < row.size() ? row.get(column) : "";
    }

    /** Columns a text takes in a terminal. */
    static int width(String text) {
        return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
    }

    private static boolean isWide(int codePoint) {
        return (codePoint >= 0x1100 && codePoint <= 0x115F)
                || (codePoint >= 0x2E80 && codePoint <= 0xA4CF)
                || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
                || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
                || (codePoint >= 0xFE30 && codePoint <= 0xFE6F)
                || (codePoint >= 0xFF00 && codePoint <= 0xFF60)
                || (codePoint >= 0x20000 && codePoint <= 0x3FFFD);
    }
}
