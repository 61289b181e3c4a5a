package io.kouan.client.exchange;

import io.kouan.ceb.finding.Language;
import java.util.List;
import java.util.Optional;

/** Why the port refused a message: an RFC 9457 problem document with everything that was found. */
public record Problem(
        Optional<String> title,
        int status,
        Optional<String> detail,
        Optional<String> code,
        Optional<String> messageId,
        List<Found> findings) {

    @SuppressWarnings("ConstantValue") // what comes over the wire may lack a field
    public Problem {
        findings = findings == null ? List.of() : List.copyOf(findings);
    }

    /** For answers without a body that could be understood. */
    static Problem of(int status, String detail) {
        return new Problem(
                Optional.empty(), status, Optional.of(detail), Optional.empty(), Optional.empty(), List.of());
    }

    /** One sentence for a list. */
    public String sentence() {
        return detail.or(() -> title).filter(text -> !text.isBlank()).orElse("HTTP " + status);
    }

    /** One thing that is wrong, in the words of the port. */
    public record Found(
            String code,
            String severity,
            int line,
            int column,
            Optional<String> path,
            Optional<String> what,
            Optional<String> why,
            Optional<String> cure,
            Optional<Words> en) {

        /** The three sentences in the reader's language. */
        public Words in(Language language) {
            var zh = new Words(what.orElse(""), why.orElse(""), cure.orElse(""));
            return language == Language.ZH ? zh : en.orElse(zh);
        }
    }

    /** What is wrong, why that is a rule, what to do. */
    public record Words(String what, String why, String cure) {}
}
