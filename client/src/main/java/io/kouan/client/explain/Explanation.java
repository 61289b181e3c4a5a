package io.kouan.client.explain;

import io.kouan.ceb.finding.Language;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known about one code.
 *
 * @param kind who writes it: STATUS, CUSTOMS, PROCESSING, NETWORK or SANDBOX in receipts, else the layer of our finding
 * @param rule empty where there is none
 * @param fields what to look at, as {@code Entity.field}
 */
record Explanation(String code, String kind, String rule, List<String> fields, Words zh, Words en) {

    Explanation {
        fields = List.copyOf(fields);
    }

    /** What it says, what lies behind it, what to do. */
    record Words(String text, String cause, String cure) {}

    List<String> lines(Language language, String indent) {
        var words = language == Language.ZH ? zh : en;
        var lines = new ArrayList<String>();
        lines.add(indent + code + " " + words.text());
        lines.add(indent + "  " + words.cause() + (rule.isEmpty() ? "" : " (" + rule + ")"));
        if (!fields.isEmpty()) {
            lines.add(indent + "  [" + String.join(", ", fields) + "]");
        }
        lines.add(indent + "  → " + words.cure());
        return lines;
    }
}
