package io.kouan.platform.exchange;

import io.kouan.ceb.message.Bytes;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Everything the journal has about one message.
 *
 * @param findings why it was refused, or warnings, as JSON
 * @param certificate serial number of the certificate it was signed with
 * @param digest SHA-256 of the body
 * @param body the message; where it came sealed, what was inside
 * @param sealedSize bytes of the seal it came in, where it came in one that could be opened
 */
public record MessageDetail(
        MessageSummary summary,
        Optional<String> findings,
        Optional<String> certificate,
        Bytes digest,
        Bytes body,
        OptionalLong sealedSize) {}
