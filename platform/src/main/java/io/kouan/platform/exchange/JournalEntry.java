package io.kouan.platform.exchange;

import io.kouan.ceb.message.Bytes;
import java.time.Instant;

/**
 * A message as it stands in the journal (报文日志).
 *
 * @param position place in the journal; grows by one per message
 * @param messageId id of the hand-over
 * @param accepted false where the door refused it and only keeps it for its owner
 * @param enveloped whether the body is a DxpMsg
 * @param findings JSON of what was found, empty where nothing was
 * @param body as received
 */
public record JournalEntry(
        long position,
        long enterpriseId,
        String dxpId,
        String messageId,
        String messageType,
        boolean accepted,
        boolean enveloped,
        String findings,
        Instant receivedAt,
        Bytes body) {}
