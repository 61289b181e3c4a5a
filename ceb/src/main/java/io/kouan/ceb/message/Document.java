package io.kouan.ceb.message;

import java.util.List;

/**
 * One document (单证) of a message: an order, an inventory, a receipt record.
 *
 * @param head the document's own fields
 * @param lines its lines, empty for types without
 */
public record Document(Entity head, List<Entity> lines) {

    public Document {
        lines = List.copyOf(lines);
    }

    /** The key by which receipts and documents find each other, in the order of the given fields. */
    public String key(List<String> fields) {
        return String.join("+", fields.stream().map(head::text).toList());
    }
}
