package io.kouan.platform.declaration;

import io.kouan.ceb.catalogue.MessageType;
import io.kouan.ceb.envelope.DxpEnvelope;
import io.kouan.ceb.envelope.Opened;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.CebMessage;
import io.kouan.ceb.message.Document;
import io.kouan.ceb.message.Limits;
import io.kouan.ceb.message.MessageReader;
import io.kouan.ceb.message.Reading;
import io.kouan.platform.exchange.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns a journal entry into the documents it declares. The door has verified the message; here it is only read again. */
final class Unpacking {

    /** Room for the documents of one message in the numbers of documents. */
    private static final long DOCUMENTS = 128;

    private static final MessageReader READER = new MessageReader(Limits.STANDARD);

    private Unpacking() {}

    /** The business message of an entry, without its envelope. */
    static Bytes business(JournalEntry entry) {
        if (!entry.enveloped()) {
            return entry.body();
        }
        return switch (DxpEnvelope.open(entry.body())) {
            case Opened.Message(var message) -> message.data();
            case Opened.Malformed bad -> entry.body();
        };
    }

    /** The message, if it can be read. */
    static Optional<CebMessage> message(JournalEntry entry) {
        return READER.read(business(entry)) instanceof Reading.Read read
                ? Optional.of(read.message())
                : Optional.empty();
    }

    /** The documents of a message, not yet decided about. */
    static List<Held> documents(JournalEntry entry, CebMessage message, Numbers numbers, Instant now) {
        var documents = new ArrayList<Held>(message.documents().size());
        for (Document document : message.documents()) {
            documents.add(held(entry, message.type(), document, documents.size(), numbers, now));
        }
        return documents;
    }

    private static Held held(
            JournalEntry entry, MessageType type, Document document, int index, Numbers numbers, Instant now) {
        var head = document.head();
        return new Held(
                entry.position() * DOCUMENTS + index,
                entry.position(),
                index,
                entry.enterpriseId(),
                entry.dxpId(),
                type,
                head.find("guid").orElse(""),
                document.key(key(type)),
                Held.Keys.of(document),
                numbers.preNo(type.id()),
                "",
                head.find("appTime").orElse(""),
                0,
                false,
                "",
                "",
                entry.receivedAt(),
                now,
                Content.of(type, document));
    }

    /** on the platform order numbers are unique, whatever the dictionary's own key says. */
    private static List<String> key(MessageType type) {
        return type.id().equals("CEB311") ? List.of("ebpCode", "orderNo") : type.uniqueKey();
    }
}
