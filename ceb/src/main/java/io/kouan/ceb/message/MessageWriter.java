package io.kouan.ceb.message;

import io.kouan.ceb.catalogue.Catalogue;
import io.kouan.ceb.catalogue.MessageType;

/**
 * Writes CEB messages (报文) without signature, in the order and with the names of the schema. Declarations use the prefix
 * {@code ceb:}, receipts and notices the default namespace, as the official samples do. No white space between tags.
 *
 * <p>What {@link MessageReader} reads from the result is equal to what was written.
 */
public final class MessageWriter {

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String STANDALONE = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private final MessageType type;
    private final String prefix;
    private final StringBuilder out;

    private MessageWriter(CebMessage message) {
        this.type = message.type();
        this.prefix = type.isDeclaration() ? "ceb:" : "";
        this.out = new StringBuilder(1024 + message.documents().size() * 2048);
    }

    /** The message as bytes, with XML declaration. */
    public static Bytes write(CebMessage message) {
        return Bytes.utf8(new MessageWriter(message).message(message));
    }

    private String message(CebMessage message) {
        out.append(type.isDeclaration() ? DECLARATION : STANDALONE);
        out.append('<').append(prefix).append(type.root()).append(prefix.isEmpty() ? " xmlns" : " xmlns:ceb");
        out.append("=\"").append(Catalogue.CEB_NAMESPACE).append('"');
        attribute("guid", message.guid());
        attribute("version", message.version());
        out.append('>');
        message.documents().forEach(this::document);
        message.transfer().ifPresent(this::entity);
        message.subscriptions().forEach(this::entity);
        message.extension().ifPresent(this::extension);
        return close(type.root()).toString();
    }

    private void document(Document document) {
        var body = type.body();
        if (!body.grouped()) {
            entity(document.head());
            return;
        }
        open(body.element());
        entity(document.head());
        document.lines().forEach(this::entity);
        close(body.element());
    }

    private void entity(Entity entity) {
        open(entity.type().name());
        entity.forEach((field, value) -> {
            open(field.name());
            text(value);
            close(field.name());
        });
        close(entity.type().name());
    }

    private void extension(Extension extension) {
        open("ExtendMessage");
        leaf("name", extension.name());
        leaf("version", extension.version());
        open("Message");
        out.append(extension.xml());
        close("Message");
        close("ExtendMessage");
    }

    private void leaf(String name, String value) {
        open(name);
        text(value);
        close(name);
    }

    private void open(String name) {
        out.append('<').append(prefix).append(name).append('>');
    }

    private StringBuilder close(String name) {
        return out.append("</").append(prefix).append(name).append('>');
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("&quot;");
                case '\n' -> out.append("&#xA;");
                case '\t' -> out.append("&#x9;");
                default -> escaped(c);
            }
        }
        out.append('"');
    }

    private void text(String value) {
        for (int i = 0; i < value.length(); i++) {
            escaped(value.charAt(i));
        }
    }

    private void escaped(char c) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '\r' -> out.append("&#xD;"); // a bare one would be read as a line feed
            default -> out.append(c);
        }
    }
}
