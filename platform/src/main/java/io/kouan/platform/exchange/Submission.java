package io.kouan.platform.exchange;

import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.message.Bytes;
import io.kouan.platform.transmission.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message that is to be journalled.
 *
 * @param digest SHA-256 of the body: a message is the same one whether it came sealed or open
 * @param verdict whether it goes on
 * @param findings why it was refused, or warnings
 * @param body the message; what cannot be opened or read, as it came
 * @param sealed as it arrived, where it came sealed and could be opened
 */
record Submission(
        Channel sender,
        Facts facts,
        Bytes digest,
        Verdict verdict,
        List<Finding> findings,
        Instant receivedAt,
        Bytes body,
        Optional<Bytes> sealed) {

    /** What the door says of a message, as the journal keeps it. */
    enum Verdict {
        ACCEPTED,
        REFUSED
    }

    /**
     * What is known of a message before anything is decided.
     *
     * @param messageId CopMsgId of the envelope, else guid of the root
     * @param messageType for example {@code CEB621}; {@code Unknown} where it could not be read
     * @param certificate serial of the signing certificate
     */
    record Facts(String messageId, String messageType, int documents, boolean enveloped, Optional<String> certificate) {

        static final String UNKNOWN = "Unknown";

        /** Of what cannot be read at all. */
        static Facts unknown(Bytes digest) {
            return new Facts(idOf(digest), UNKNOWN, 0, false, Optional.empty());
        }

        /** The id of what carries none that can be read. */
        static String idOf(Bytes digest) {
            return "sha256-" + digest.hex().substring(0, 32);
        }
    }

    /** Same sender, same id: the same message (decision 8). */
    Key key() {
        return new Key(sender.dxpId(), facts.messageId());
    }

    record Key(String dxpId, String messageId) {}

    boolean isAccepted() {
        return verdict == Verdict.ACCEPTED;
    }

    /**
     * Whether an earlier message stands in this one's place: the same id once accepted, or, where this one is refused now, the very
     * same message, whose acknowledgement does not end with the certificate that signed it.
     */
    boolean isAnsweredBy(Ack earlier) {
        return isAccepted() || earlier.digest().equals(digest);
    }

    Ack ack(long position) {
        return new Ack(
                facts.messageId(),
                position,
                digest,
                receivedAt,
                facts.messageType(),
                facts.documents(),
                findingsJson());
    }

    Optional<String> findingsJson() {
        return findings.isEmpty() ? Optional.empty() : Optional.of(FindingsJson.write(findings));
    }
}
