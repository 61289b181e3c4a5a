package io.kouan.platform.exchange;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.kouan.platform.exchange.DocumentStates.DocumentState;
import io.kouan.platform.transmission.Channel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Asking what became of a message (报文). */
@Tag(name = "messages", description = "Hand messages in and ask what became of them")
@SecurityRequirement(name = "apiKey")
@RestController
@RequestMapping("/api/v1/messages")
class MessagesApi {

    private final Messages messages;
    private final Trials trials;
    private final ObjectProvider<DocumentStates> documents;

    MessagesApi(Messages messages, Trials trials, ObjectProvider<DocumentStates> documents) {
        this.messages = messages;
        this.trials = trials;
        this.documents = documents;
    }

    /**
     * A message with what became of it.
     *
     * @param sealed whether it came as CMS EnvelopedData
     * @param findings why it was refused, or warnings
     * @param receipts numbers of the receipts that answer it
     */
    record Status(
            String messageId,
            long position,
            String digest,
            OffsetDateTime receivedAt,
            String messageType,
            boolean enveloped,
            boolean sealed,
            String verdict,
            @JsonRawValue String findings,
            List<DocumentState> documents,
            List<Long> receipts) {}

    @Operation(
            summary = "What became of a message",
            description =
                    "By CopMsgId of its envelope, or guid of its root where it came bare. A channel sees its own only.")
    @GetMapping("/{messageId}")
    Status status(@Parameter(hidden = true) Channel channel, @PathVariable String messageId) {
        boolean trial = channel.trial();
        var message = (trial ? trials.find(channel.dxpId(), messageId) : messages.find(channel.dxpId(), messageId))
                .orElseThrow(() -> new RefusedRequest(
                        Problem.of(404, ExchangeCode.NO_SUCH_MESSAGE, Map.of("messageId", messageId))));
        var states = trial
                ? List.<DocumentState>of()
                : documents.stream()
                        .flatMap(known -> known.of(message.position()).stream())
                        .toList();
        return new Status(
                message.messageId(),
                message.position(),
                message.digest(),
                message.receivedAt(),
                message.messageType(),
                message.enveloped(),
                message.sealed(),
                message.verdict(),
                message.findings(),
                states,
                trial ? trials.receiptsTo(message.position()) : messages.receipts(message.position()));
    }
}
