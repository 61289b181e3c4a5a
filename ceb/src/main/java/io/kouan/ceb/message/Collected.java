package io.kouan.ceb.message;

import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.FindingCode;
import io.kouan.ceb.finding.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Findings in the order in which they were met, up to a limit. */
final class Collected {

    private final int limit;
    private final List<Finding> findings = new ArrayList<>();

    Collected(int limit) {
        this.limit = limit;
    }

    boolean isFull() {
        return findings.size() >= limit;
    }

    void add(FindingCode code, Place place, Map<String, String> values) {
        if (!isFull()) {
            findings.add(new Finding(code, place, values));
        }
    }

    List<Finding> findings() {
        return findings;
    }
}
