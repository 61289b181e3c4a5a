package io.kouan.platform.declaration;

import java.time.Instant;

/** What lists show of a document. */
public record DocumentSummary(
        long id,
        long position,
        int index,
        long enterpriseId,
        String messageType,
        String guid,
        String key,
        String orderNo,
        int status,
        String waitingFor,
        String returnInfo,
        Instant updatedAt) {}
