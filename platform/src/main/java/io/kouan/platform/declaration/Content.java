package io.kouan.platform.declaration;

import io.kouan.ceb.catalogue.MessageType;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.Document;
import java.util.Optional;

/** A document's fields, as they were read or as they are stored; turned from one into the other only when asked. */
final class Content {

    private final MessageType type;
    private Optional<Document> document;
    private Optional<Bytes> stored;

    private Content(MessageType type, Optional<Document> document, Optional<Bytes> stored) {
        this.type = type;
        this.document = document;
        this.stored = stored;
    }

    static Content of(MessageType type, Document document) {
        return new Content(type, Optional.of(document), Optional.empty());
    }

    static Content stored(MessageType type, Bytes bytes) {
        return new Content(type, Optional.empty(), Optional.of(bytes));
    }

    Document document() {
        if (document.isEmpty()) {
            document = stored.map(bytes -> DocumentCodec.read(type, bytes));
        }
        return document.orElseThrow();
    }

    Bytes bytes() {
        if (stored.isEmpty()) {
            stored = document.map(DocumentCodec::write);
        }
        return stored.orElseThrow();
    }
}
