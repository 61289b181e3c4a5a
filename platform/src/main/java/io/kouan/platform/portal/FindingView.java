package io.kouan.platform.portal;

import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.Language;
import java.util.List;

/**
 * A finding in one language.
 *
 * @param line line of the layout, where its note is pinned; 0 for the message as a whole
 * @param place line and column of the original, empty for the message as a whole
 */
record FindingView(
        String code, boolean error, int line, String place, String path, String what, String why, String cure) {

    static FindingView of(Finding finding, int line, Language language) {
        var at = finding.place();
        return new FindingView(
                finding.code().code(),
                finding.isError(),
                line,
                at.line() == 0 ? "" : at.line() + ":" + at.column(),
                at.path(),
                finding.what(language),
                finding.why(language),
                finding.cure(language));
    }

    static List<FindingView> of(List<Finding> findings, Language language) {
        return findings.stream().map(finding -> of(finding, 0, language)).toList();
    }
}
