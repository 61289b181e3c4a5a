package io.kouan.platform.customs;

import io.kouan.ceb.finding.Finding;
import java.util.List;

/**
 * Two documents that should agree and do not.
 *
 * @param sides the fields compared, at least two
 */
public record Mismatch(Finding finding, List<Side> sides) {

    public Mismatch {
        sides = List.copyOf(sides);
    }

    /**
     * One field of one document.
     *
     * @param type message type, for example {@code CEB311}
     * @param line index of the line from 0, or -1 for the head
     */
    public record Side(String type, String field, int line, String value) {}
}
