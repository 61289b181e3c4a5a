package io.kouan.platform.exchange;

import io.kouan.ceb.envelope.EnvelopeCode;
import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.FindingCode;
import io.kouan.ceb.finding.Language;
import io.kouan.ceb.finding.Place;
import io.kouan.ceb.message.ReadingCode;
import io.kouan.platform.transmission.GateCode;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.json.JsonMapper;

/**
 * A refusal as HTTP says it: a problem document (RFC 9457) with everything that was found. Never holds what the request held
 * beyond what findings show, and nothing of our insides.
 *
 * @param retryAfter seconds after which trying again makes sense
 */
record Problem(int status, List<Finding> findings, Optional<String> messageId, OptionalInt retryAfter) {

    static final String CONTENT_TYPE = "application/problem+json;charset=UTF-8";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Problem of(int status, ExchangeCode code, Map<String, String> values) {
        return new Problem(
                status, List.of(new Finding(code, Place.WHOLE, values)), Optional.empty(), OptionalInt.empty());
    }

    static Problem of(int status, ExchangeCode code) {
        return of(status, code, Map.of());
    }

    /** The answer to a message that was refused; its status follows from what was found. */
    static Problem refused(List<Finding> findings, String messageId) {
        return new Problem(statusOf(findings), findings, Optional.of(messageId), OptionalInt.empty());
    }

    Problem about(String id) {
        return new Problem(status, findings, Optional.of(id), retryAfter);
    }

    Problem retryAfter(int seconds) {
        return new Problem(status, findings, messageId, OptionalInt.of(seconds));
    }

    byte[] json(Language language) {
        var first = findings.getFirst();
        var text = new StringWriter(1024);
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringProperty("type", "/docs/errors?q=" + first.code().code());
            json.writeStringProperty("title", first.what(language));
            json.writeNumberProperty("status", status);
            json.writeStringProperty("detail", first.what(language) + " → " + first.cure(language));
            json.writeStringProperty("code", first.code().code());
            messageId.ifPresent(id -> json.writeStringProperty("messageId", id));
            json.writeName("findings");
            FindingsJson.write(findings, json);
            json.writeEndObject();
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static int statusOf(List<Finding> findings) {
        return switch (findings.getFirst().code()) {
            case ExchangeCode.NOT_ENCRYPTED,
                    ExchangeCode.SENDER_IS_NOT_CHANNEL,
                    ExchangeCode.COP_CODE_IS_NOT_CHANNEL,
                    ExchangeCode.DXP_ID_IS_NOT_CHANNEL,
                    ExchangeCode.CERTIFICATE_OF_ANOTHER,
                    GateCode.CHANNEL_NOT_OPEN,
                    GateCode.CHANNEL_SUSPENDED,
                    GateCode.BUSINESS_TYPE_NOT_OPEN,
                    GateCode.INTERFACE_NOT_LIVE,
                    GateCode.SOURCE_NOT_PERMITTED -> 403;
            case ReadingCode.TOO_LARGE, EnvelopeCode.ENVELOPE_TOO_LARGE -> 413;
            case FindingCode code ->
                switch (code.text().layer()) {
                    case XML, ENVELOPE -> 400;
                    case SYNTAX, BUSINESS, SIGNATURE, EXCHANGE, CUSTOMS -> 422;
                };
        };
    }

    static Language language(Optional<String> acceptLanguage) {
        return acceptLanguage.filter(value -> value.startsWith("en")).isPresent() ? Language.EN : Language.ZH;
    }
}
