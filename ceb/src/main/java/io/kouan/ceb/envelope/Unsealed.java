package io.kouan.ceb.envelope;

import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.message.Bytes;
import java.util.List;

/** What came of opening a sealed content. */
public sealed interface Unsealed {

    /** What was sealed. That it decrypts says nothing about who sealed it. */
    record Content(Bytes content) implements Unsealed {}

    /** It cannot be opened. */
    record Closed(List<Finding> findings) implements Unsealed {
        public Closed {
            findings = List.copyOf(findings);
        }
    }
}
