package io.kouan.platform.exchange;

import io.kouan.ceb.finding.Finding;
import java.util.List;

/** What the exchange answers to a message handed in. */
sealed interface Outcome {

    /** Stored for good; the ack proves it. */
    record Accepted(Ack ack) implements Outcome {}

    /** Seen before with the same content: the first ack again, byte for byte. */
    record Repeated(Ack ack) implements Outcome {}

    /** The id was used for another content; nothing was stored. */
    record Conflict(Finding finding, String messageId) implements Outcome {}

    /** Stored as refused, for its owner to look at; each finding names place, cause and cure. */
    record Refused(List<Finding> findings, String messageId) implements Outcome {}

    /** Too many are waiting; nothing was done. */
    record Busy() implements Outcome {}

    /** Not known to be stored. */
    record Unavailable(ExchangeCode code) implements Outcome {}
}
