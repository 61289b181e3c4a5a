package io.kouan.client.send;

import io.kouan.ceb.envelope.DxpEnvelope;
import io.kouan.ceb.envelope.DxpMessage;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.CebMessage;
import io.kouan.ceb.message.Limits;
import io.kouan.ceb.message.MessageReader;
import io.kouan.ceb.message.Reading;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Puts a message into the envelope of the data exchange platform (DXP), addressed as its type says. */
final class Envelope {

    private static final MessageReader READER = new MessageReader(Limits.STANDARD);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private Envelope() {}

    /**
     * The message in its envelope; one that is in an envelope already stays as it is. Empty where it cannot be read.
     *
     * @param begun when the envelope was first made: the same for every attempt, or the port would see a conflict
     */
    static Optional<Bytes> of(Bytes message, Instant begun) {
        if (DxpEnvelope.isEnvelope(message)) {
            return Optional.of(message);
        }
        return READER.read(message) instanceof Reading.Read read
                ? Optional.of(wrap(read.message(), message, begun))
                : Optional.empty();
    }

    private static Bytes wrap(CebMessage read, Bytes message, Instant begun) {
        var sender = read.transfer().map(transfer -> transfer.text("dxpId")).orElse("");
        var time = LocalDateTime.ofInstant(begun.truncatedTo(ChronoUnit.SECONDS), CHINA);
        var type = read.type();
        return DxpEnvelope.wrap(DxpMessage.of(read.guid(), sender, type.receiver(), time, type.root(), message));
    }
}
