package io.kouan.client.exchange;

import java.util.List;
import java.util.Optional;

/**
 * A receipt (回执) as the port hands it out.
 *
 * @param number the port's number for this channel; they only grow
 * @param type CEB622, CEB900, DxpRep …
 * @param source position of the message it answers
 * @param messageId of the message it answers
 * @param body the receipt itself, XML
 */
public record Receipt(
        long number,
        String type,
        long source,
        Optional<String> messageId,
        Optional<String> statuses,
        int records,
        Optional<String> createdAt,
        String body) {

    /**
     * Some receipts, and where the next ones begin.
     *
     * @param next give this as {@code after} of the next call
     */
    public record Page(List<Receipt> receipts, long next) {
        public Page {
            receipts = List.copyOf(receipts);
        }
    }
}
