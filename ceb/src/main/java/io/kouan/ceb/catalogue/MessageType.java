package io.kouan.ceb.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A message type (报文类型) of the unified edition.
 *
 * @param id for example {@code CEB621}
 * @param root name of the root element, for example {@code CEB621Message}
 * @param flow whether it belongs to import, export or both
 * @param direction who sends it to whom
 * @param receiver the DXP ID that takes declarations in; words for the others
 * @param receipt the message that answers it, for example {@code CEB622}
 * @param answers the message it answers
 * @param matchKey fields that tie a receipt to its document
 * @param uniqueKey fields that may not repeat among live documents
 * @param body the repeated part: what it is called, how often, what is in it
 * @param transfer BaseTransfer, only in declarations
 * @param subscription BaseSubscribe, only in declarations
 * @param extension ExtendMessage, only in declarations
 * @param signature where the signature stands and whether it must be there
 * @param spec section of the specification's text
 */
public record MessageType(
        String id,
        String root,
        String nameZh,
        String nameEn,
        Flow flow,
        Direction direction,
        String senderZh,
        String senderEn,
        String receiver,
        Optional<String> receipt,
        Optional<String> answers,
        List<String> matchKey,
        List<String> uniqueKey,
        Body body,
        Optional<EntityType> transfer,
        Optional<EntityType> subscription,
        Optional<EntityType> extension,
        SignaturePlace signature,
        List<String> rules,
        String spec) {

    /** 进口, 出口 or both. */
    public enum Flow {
        IMPORT,
        EXPORT,
        BOTH
    }

    /** Enterprise to customs, answer of customs, or unasked news from customs. */
    public enum Direction {
        DECLARE,
        RECEIPT,
        NOTICE
    }

    /** Where the schema puts {@code ds:Signature}. */
    public enum SignaturePlace {
        /** the message carries none: receipts and notices */
        NONE,
        /** import declarations: the last child, required by the schema */
        LAST_REQUIRED,
        /** import declarations: the last child, optional in the schema */
        LAST_OPTIONAL,
        /** export declarations: before ExtendMessage, optional in the schema */
        BEFORE_EXTENSION
    }

    /**
     * The repeated child of the root: one document (单证) each.
     *
     * @param element name of the child, for example {@code Inventory}
     * @param max most of them, empty where unbounded
     * @param grouped true where the child holds head and lines, false where it is itself the head
     * @param head the entity with the document's own fields
     * @param line the entity of the lines
     * @param minLines fewest lines
     * @param maxLines most lines, empty where unbounded
     */
    public record Body(
            String element,
            OptionalInt max,
            boolean grouped,
            EntityType head,
            Optional<EntityType> line,
            int minLines,
            OptionalInt maxLines) {}

    public boolean isDeclaration() {
        return direction == Direction.DECLARE;
    }

    @Override
    public String toString() {
        return id;
    }
}
