package io.kouan.platform.portal;

import io.kouan.ceb.finding.FindingSources;
import io.kouan.ceb.finding.FindingText;
import io.kouan.ceb.finding.Language;
import io.kouan.ceb.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A finding's code as the reference shows it, in one language. */
record FindingCodeView(
        String code,
        String name,
        boolean warning,
        String category,
        String rule,
        String source,
        List<Part> what,
        List<Part> why,
        List<Part> cure,
        String receipt) {

    private static final Pattern PLACE_HOLDER = Pattern.compile("\\{(\\w+)}");

    /** A piece of a sentence: words, or the name of a value that stands there. */
    record Part(String text, boolean value) {}

    static FindingCodeView of(FindingText text, Language language) {
        var words = text.in(language);
        return new FindingCodeView(
                text.code(),
                text.name(),
                text.severity() == Severity.WARNING,
                text.category().name(),
                text.rule(),
                FindingSources.in(language, text.source()),
                parts(words.what()),
                parts(words.why()),
                parts(words.cure()),
                text.receipt()
                        .map(it -> it.status()
                                + it.code()
                                        .map(code -> " [Code:" + code + ";Desc:" + it.desc() + "]")
                                        .orElse(" " + it.desc()))
                        .orElse(""));
    }

    private static List<Part> parts(String sentence) {
        var parts = new ArrayList<Part>();
        var values = PLACE_HOLDER.matcher(sentence);
        int from = 0;
        while (values.find()) {
            parts.add(new Part(sentence.substring(from, values.start()), false));
            parts.add(new Part(values.group(1), true));
            from = values.end();
        }
        parts.add(new Part(sentence.substring(from), false));
        return parts;
    }
}
