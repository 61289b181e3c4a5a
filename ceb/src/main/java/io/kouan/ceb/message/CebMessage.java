package io.kouan.ceb.message;

import io.kouan.ceb.catalogue.MessageType;
import java.util.List;
import java.util.Optional;

/**
 * A CEB message (报文) without its signature. What was read and what is to be written are the same type.
 *
 * @param guid identifies the message, not its documents
 * @param transfer BaseTransfer: who transmits; present in declarations
 * @param subscriptions BaseSubscribe: who gets copies of receipts or data, at most five
 */
public record CebMessage(
        MessageType type,
        String guid,
        String version,
        List<Document> documents,
        Optional<Entity> transfer,
        List<Entity> subscriptions,
        Optional<Extension> extension) {

    public CebMessage {
        documents = List.copyOf(documents);
        subscriptions = List.copyOf(subscriptions);
    }
}
