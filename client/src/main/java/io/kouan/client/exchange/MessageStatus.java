package io.kouan.client.exchange;

import java.util.List;

/**
 * What the port says about a message of ours.
 *
 * @param position in the port's journal
 * @param digest SHA-256 of the body, in hex
 * @param verdict ACCEPTED or REFUSED
 * @param receipts numbers of the receipts that answer it
 */
public record MessageStatus(
        String messageId,
        long position,
        String digest,
        String messageType,
        String verdict,
        List<DocumentStatus> documents,
        List<Long> receipts) {

    public MessageStatus {
        documents = List.copyOf(documents);
        receipts = List.copyOf(receipts);
    }

    /**
     * How one of its documents stands.
     *
     * @param waitingFor what is missing; empty where nothing is
     */
    public record DocumentStatus(
            String type, String guid, String key, int status, String waitingFor, String returnInfo) {}
}
