package io.kouan.platform.audit;

import java.util.List;
import java.util.stream.Collectors;

/** Writes lines that a spreadsheet reads as text and never as a formula. */
public final class Csv {

    /** Tells spreadsheets that the text is UTF-8. */
    public static final String MARK = "\uFEFF";

    private static final String STARTS_A_FORMULA = "=+-@\t\r\n";

    private Csv() {}

    /** A line of cells. */
    public static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static boolean startsAFormula(String text) {
        return !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
    }

    /** In quotes; what would start a formula, also after blanks, stands behind an apostrophe. */
    static String cell(String text) {
        boolean formula = startsAFormula(text) || startsAFormula(text.stripLeading());
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
