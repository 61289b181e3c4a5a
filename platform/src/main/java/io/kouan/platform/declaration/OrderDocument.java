package io.kouan.platform.declaration;

import io.kouan.ceb.message.Document;
import java.time.Instant;

/**
 * A document of an order with its fields.
 *
 * @param alive whether it counts; older versions and returned documents do not
 */
public record OrderDocument(DocumentSummary summary, Document document, boolean alive, Instant receivedAt) {}
