package io.kouan.client.findings;

import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes findings in the form that editors understand, {@code file:line:column}, or as objects for JSON. */
public final class FindingLines {

    private FindingLines() {}

    /** What, why and cure of one finding. */
    public static List<String> of(String input, Finding finding, Language language) {
        var place = finding.place();
        return List.of(
                "%s:%d:%d %s %s %s"
                        .formatted(
                                input,
                                place.line(),
                                place.column(),
                                finding.severity(),
                                finding.code().code(),
                                finding.what(language)),
                "    " + finding.why(language)
                        + (finding.code().text().rule().isEmpty()
                                ? ""
                                : " (" + finding.code().text().rule() + ")"),
                "    → " + finding.cure(language));
    }

    /** The same with stable keys and both languages. */
    public static Map<String, Object> object(Finding finding) {
        var object = new LinkedHashMap<String, Object>();
        object.put("code", finding.code().code());
        object.put("name", finding.code().name());
        object.put("severity", finding.severity().name());
        object.put("layer", finding.code().text().layer().name());
        object.put("rule", finding.code().text().rule());
        object.put("line", finding.place().line());
        object.put("column", finding.place().column());
        object.put("path", finding.place().path());
        object.put("zh", words(finding, Language.ZH));
        object.put("en", words(finding, Language.EN));
        return object;
    }

    private static Map<String, String> words(Finding finding, Language language) {
        var words = new LinkedHashMap<String, String>();
        words.put("what", finding.what(language));
        words.put("why", finding.why(language));
        words.put("cure", finding.cure(language));
        return words;
    }
}
