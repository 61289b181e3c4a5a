package io.kouan.client.exchange;

import java.util.List;

/**
 * The port's proof that a message is stored for good.
 *
 * @param position in the port's journal
 * @param digest SHA-256 of the body, in hex
 */
public record Ack(
        String messageId,
        long position,
        String digest,
        String receivedAt,
        String messageType,
        int documents,
        List<Problem.Found> warnings) {

    @SuppressWarnings("ConstantValue") // what comes over the wire may lack a field
    public Ack {
        warnings = warnings == null ? List.of() : List.copyOf(warnings);
    }
}
