package io.kouan.platform.exchange;

import io.kouan.ceb.finding.Finding;
import java.time.Instant;
import java.util.List;

/**
 * A message that came through a test channel (联调报文), and what the door said of it.
 *
 * @param messageType for example {@code CEB311}; {@code Unknown} where it could not be read
 * @param receipts how many receipts answer it
 */
public record TrialMessage(
        Instant at, String messageId, String messageType, Outcome outcome, List<Finding> findings, int receipts) {

    /** What the door said. */
    public enum Outcome {
        /** stored, and its receipt put out */
        ACCEPTED,
        /** known already, with the same content: the first acknowledgement was given again */
        REPEATED,
        /** its id was used for another content */
        CONFLICT,
        /** refused with findings */
        REFUSED
    }

    public TrialMessage {
        findings = List.copyOf(findings);
    }

    /** Whether the first thing found was this. */
    public boolean isRefusedFor(String code) {
        return outcome == Outcome.REFUSED
                && !findings.isEmpty()
                && findings.getFirst().code().code().equals(code);
    }
}
