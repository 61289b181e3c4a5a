package io.kouan.platform.exchange;

import io.kouan.ceb.message.Bytes;
import java.time.Instant;

/**
 * A receipt message (回执) on its way to a sender.
 *
 * @param source position of the message it answers
 * @param statuses distinct returnStatus values in it, separated by spaces
 * @param records how many return records it holds
 */
public record OutgoingReceipt(
        String dxpId,
        long enterpriseId,
        long source,
        String type,
        String statuses,
        int records,
        Instant createdAt,
        Bytes body) {}
