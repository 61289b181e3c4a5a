package io.kouan.platform.exchange;

import java.time.Instant;

/**
 * What lists show of a message in the journal.
 *
 * @param size bytes as received
 */
public record MessageSummary(
        long position,
        long enterpriseId,
        String dxpId,
        String messageId,
        String messageType,
        int documents,
        boolean enveloped,
        boolean accepted,
        Instant receivedAt,
        long size) {}
