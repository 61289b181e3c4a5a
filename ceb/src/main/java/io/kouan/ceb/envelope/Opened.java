package io.kouan.ceb.envelope;

import io.kouan.ceb.finding.Finding;
import java.util.List;

/** What came out of an envelope. */
public sealed interface Opened {

    /** An envelope as the schema wants it. */
    record Message(DxpMessage message) implements Opened {}

    /** Not an envelope, or a broken one; every breach with its place, in document order. */
    record Malformed(List<Finding> findings) implements Opened {
        public Malformed {
            findings = List.copyOf(findings);
        }
    }
}
