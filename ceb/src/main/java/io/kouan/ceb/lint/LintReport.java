package io.kouan.ceb.lint;

import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.message.Reading;
import java.util.List;

/**
 * What the linter has to say about some bytes.
 *
 * @param reading what the reader made of them
 * @param findings everything found, in document order
 */
public record LintReport(Reading reading, List<Finding> findings) {

    public LintReport {
        findings = List.copyOf(findings);
    }

    /** Whether nothing stands in the way of declaring it; warnings do not. */
    public boolean isClean() {
        return findings.stream().noneMatch(Finding::isError);
    }
}
