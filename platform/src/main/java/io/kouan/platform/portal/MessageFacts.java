package io.kouan.platform.portal;

import io.kouan.ceb.envelope.DxpMessage;
import io.kouan.platform.exchange.MessageDetail;
import java.util.Optional;
import java.util.OptionalLong;

/** What a message's page says about how it came, beyond what the list says. */
record MessageFacts(
        String exactTime,
        String digest,
        String certificate,
        String guid,
        String version,
        OptionalLong sealedSize,
        Optional<Envelope> envelope) {

    /** The head of the envelope. */
    record Envelope(String sender, String receivers, String created, String type, String file) {

        private static Envelope of(DxpMessage message) {
            return new Envelope(
                    message.senderId(),
                    String.join(", ", message.receiverIds()),
                    message.createTime().toString().replace('T', ' '),
                    message.msgType(),
                    message.fileName().orElse(""));
        }
    }

    static MessageFacts of(MessageDetail message, Inspection inspection) {
        var read = inspection.read();
        return new MessageFacts(
                Shown.exactTime(message.summary().receivedAt()),
                message.digest().hex(),
                message.certificate().orElse(""),
                read.map(it -> it.message().guid()).orElse(""),
                read.map(it -> it.message().version()).orElse(""),
                message.sealedSize(),
                inspection.envelope().map(Envelope::of));
    }

    /** For the template, which has no use for an Optional. */
    public Iterable<Envelope> envelopes() {
        return envelope.stream().toList();
    }
}
