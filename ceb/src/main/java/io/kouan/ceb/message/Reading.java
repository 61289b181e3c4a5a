package io.kouan.ceb.message;

import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.Layer;
import java.util.List;
import java.util.Optional;

/** What the reader made of some bytes. */
public sealed interface Reading {

    /** Everything found wrong while reading, in document order, at most {@link Limits#maxFindings()}. */
    List<Finding> findings();

    /**
     * Not readable as a CEB message: no XML, a forbidden construct, a bound exceeded, an unknown root.
     *
     * @param root name of the root element as far as it was seen; empty otherwise
     * @param guid guid attribute of the root as far as it was seen
     */
    record Unreadable(List<Finding> findings, String root, String guid) implements Reading {
        public Unreadable {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Readable. The message may still break the schema: then {@link #isValid} is false and the message holds what could
     * be understood.
     *
     * @param canonical canonical form (C14N 1.0, inclusive) of the root without its signature: what the digest covers
     * @param signature the first signature below the root; its objections say where it has company or stands elsewhere
     * @param signaturePlace offset of the byte before which a signature belongs
     */
    record Read(
            CebMessage message,
            List<Finding> findings,
            Bytes canonical,
            Optional<SignatureElement> signature,
            int signaturePlace)
            implements Reading {
        public Read {
            findings = List.copyOf(findings);
        }

        /** Whether the schema would accept the message. */
        public boolean isValid() {
            return findings.stream().noneMatch(f -> f.code().text().layer() == Layer.SYNTAX && f.isError());
        }
    }
}
