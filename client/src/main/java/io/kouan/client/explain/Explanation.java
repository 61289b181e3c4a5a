package io.kouan.client.explain;

import io.kouan.ceb.finding.FindingText;
import java.util.List;
import java.util.Optional;

/**
 * What is known about one code.
 *
 * @param table which list it stands in, or "finding" for our own
 * @param nameZh empty where the list has none
 * @param isEnd whether nothing follows after this status; empty where that depends, and for other codes
 * @param findings our own findings that lead to this code: they know cause and cure
 */
record Explanation(
        String code, String table, String nameZh, String nameEn, Optional<Boolean> isEnd, List<FindingText> findings) {

    Explanation {
        findings = List.copyOf(findings);
    }
}
