package io.kouan.platform.portal;

import io.kouan.ceb.envelope.DxpEnvelope;
import io.kouan.ceb.envelope.DxpMessage;
import io.kouan.ceb.envelope.Opened;
import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.Limits;
import io.kouan.ceb.message.MessageReader;
import io.kouan.ceb.message.Reading;
import java.util.List;
import java.util.Optional;

/**
 * Bytes taken apart for looking at: the envelope (信封) if there is one, and the message inside.
 *
 * @param envelope the envelope's head and additions, where the bytes are an envelope that opens
 * @param message the business message; the bytes themselves where there is no envelope, or none that opens
 * @param reading what the reader made of the message; empty where an envelope would not open
 * @param findings what was found wrong on the way
 */
record Inspection(Optional<DxpMessage> envelope, Bytes message, Optional<Reading> reading, List<Finding> findings) {

    private static final MessageReader READER = new MessageReader(Limits.STANDARD);

    static Inspection of(Bytes bytes) {
        if (!DxpEnvelope.isEnvelope(bytes)) {
            return of(Optional.empty(), bytes);
        }
        return switch (DxpEnvelope.open(bytes)) {
            case Opened.Malformed(var findings) -> new Inspection(Optional.empty(), bytes, Optional.empty(), findings);
            case Opened.Message(var message) -> of(Optional.of(message), message.data());
        };
    }

    private static Inspection of(Optional<DxpMessage> envelope, Bytes message) {
        var reading = READER.read(message);
        return new Inspection(envelope, message, Optional.of(reading), reading.findings());
    }

    /** The message where it could be read, right or wrong. */
    Optional<Reading.Read> read() {
        return reading.filter(Reading.Read.class::isInstance).map(Reading.Read.class::cast);
    }
}
