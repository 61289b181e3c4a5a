package io.kouan.ceb.finding;

import java.util.Map;

/**
 * One thing that is wrong: where it is, what was found, and through its code why and how to mend it.
 *
 * @param values what the texts' {@code {name}} stand for; personal data are masked before they get in here, see
 *     {@link Personal}
 */
public record Finding(FindingCode code, Place place, Map<String, String> values) {

    public Finding {
        values = Map.copyOf(values);
    }

    public static Finding of(FindingCode code, Place place) {
        return new Finding(code, place, Map.of());
    }

    public static Finding of(FindingCode code, Place place, String name, String value) {
        return new Finding(code, place, Map.of(name, value));
    }

    public Severity severity() {
        return code.text().severity();
    }

    public boolean isError() {
        return severity() == Severity.ERROR;
    }

    /** What is wrong, with the values filled in. */
    public String what(Language language) {
        return fill(code.text().in(language).what());
    }

    /** Why that is a rule. */
    public String why(Language language) {
        return fill(code.text().in(language).why());
    }

    /** What to do. */
    public String cure(Language language) {
        return fill(code.text().in(language).cure());
    }

    /** The text that a receipt carries for this finding: the literal of customs where one is known. */
    public String returnInfo() {
        return code.text()
                .receipt()
                .map(receipt -> receipt.code()
                        .map(number -> "[Code:" + number + ";Desc:" + fill(receipt.desc()) + "]")
                        .orElseGet(() -> fill(receipt.desc())))
                .orElseGet(() -> what(Language.ZH));
    }

    private String fill(String text) {
        if (text.indexOf('{') < 0) {
            return text;
        }
        var filled = new StringBuilder(text.length() + 32);
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            filled.append(text, from, open).append(values.getOrDefault(text.substring(open + 1, close), "?"));
            from = close + 1;
        }
        return filled.append(text, from, text.length()).toString();
    }
}
