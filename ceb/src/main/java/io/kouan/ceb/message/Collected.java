package io.kouan.ceb.message;

import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.FindingCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Findings up to a limit. Whatever of the input gets into one is cut to a length that a person reads. */
final class Collected {

    private static final int LONGEST_PATH = 300;
    private static final int LONGEST_VALUE = 120;

    private final int limit;
    private final Positions positions;
    private final List<Finding> findings = new ArrayList<>();

    Collected(int limit, Positions positions) {
        this.limit = limit;
        this.positions = positions;
    }

    /**
     * Adds a finding if there is room.
     *
     * @param offset byte of the input that it is about
     * @param values what the texts' names stand for
     */
    void add(FindingCode code, int offset, String path, Map<String, String> values) {
        if (findings.size() < limit) {
            var shown = new HashMap<>(values);
            shown.replaceAll((name, value) -> cut(value, LONGEST_VALUE));
            findings.add(new Finding(code, positions.place(offset, cut(path, LONGEST_PATH)), shown));
        }
    }

    /** In document order. */
    List<Finding> findings() {
        findings.sort(
                Comparator.<Finding>comparingInt(finding -> finding.place().line())
                        .thenComparingInt(finding -> finding.place().column()));
        return findings;
    }

    static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 3) + "...";
    }
}
