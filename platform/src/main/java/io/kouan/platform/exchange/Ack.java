package io.kouan.platform.exchange;

import io.kouan.ceb.message.Bytes;
import io.kouan.platform.port.PortTime;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The proof that a message is stored for good. Made of nothing but what the journal keeps, so that the same message again
 * gets the same ack byte for byte, for ever (decision 8).
 *
 * @param position in the journal
 * @param digest SHA-256 of the body as received
 * @param warnings as {@link FindingsJson} wrote them
 */
record Ack(
        String messageId,
        long position,
        Bytes digest,
        Instant receivedAt,
        String messageType,
        int documents,
        Optional<String> warnings) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT)
            .withZone(PortTime.ZONE);

    byte[] json() {
        var text = new StringWriter(320);
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringProperty("messageId", messageId);
            json.writeNumberProperty("position", position);
            json.writeStringProperty("digest", digest.hex());
            json.writeStringProperty("receivedAt", TIME.format(receivedAt));
            json.writeStringProperty("messageType", messageType);
            json.writeNumberProperty("documents", documents);
            json.writeName("warnings");
            json.writeRawValue(warnings.orElse("[]"));
            json.writeEndObject();
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
