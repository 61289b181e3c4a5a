package io.kouan.platform.exchange;

import io.kouan.ceb.finding.Finding;
import io.kouan.platform.exchange.BodyReader.Body;
import io.kouan.platform.exchange.Credentials.Sender;
import io.kouan.platform.transmission.Channel;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * {@code POST /api/v1/messages}: the door for messages. A plain servlet on a virtual thread, because half of what a message costs
 * elsewhere is the framework around it.
 */
final class MessageDoor extends HttpServlet {

    private static final Logger LOG = LoggerFactory.getLogger(MessageDoor.class);
    private static final Set<String> SEALED =
            Set.of("application/pkcs7-mime", "application/x-pkcs7-mime", "application/cms");
    private static final long serialVersionUID = 1;

    private final transient Credentials credentials;
    private final transient BodyReader bodies;
    private final transient Reception reception;
    private final transient Transport transport;
    private final transient Clock clock;

    MessageDoor(Credentials credentials, BodyReader bodies, Reception reception, Transport transport, Clock clock) {
        this.credentials = credentials;
        this.bodies = bodies;
        this.reception = reception;
        this.transport = transport;
        this.clock = clock;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (credentials.of(request)) {
            case Sender.Unknown(var problem) -> Answers.send(problem, request, response);
            case Sender.Known(var channel)
            when !isSealed(request) && !transport.mayBeOpen(request) ->
                Answers.send(Problem.of(403, ExchangeCode.NOT_ENCRYPTED), request, response);
            case Sender.Known(var channel) -> {
                switch (bodies.read(request, channel.dxpId())) {
                    case Body.Bad(var problem) -> Answers.send(problem, request, response);
                    case Body.Whole body -> {
                        try (body) {
                            receive(channel, body, request, response);
                        }
                    }
                }
            }
        }
    }

    private void receive(Channel sender, Body.Whole body, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            var now = clock.instant();
            var outcome = isSealed(request)
                    ? reception.receiveSealed(sender, body.bytes(), now)
                    : reception.receive(sender, body.bytes(), now);
            answer(outcome, sender, request, response);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            Answers.send(Problem.of(503, ExchangeCode.DATABASE_AWAY).retryAfter(2), request, response);
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("event=database-away channel={} reason={}", sender.dxpId(), away.getMessage());
            Answers.send(Problem.of(503, ExchangeCode.DATABASE_AWAY).retryAfter(2), request, response);
        } catch (RuntimeException bug) {
            LOG.error("event=door-bug channel={}", sender.dxpId(), bug);
            Answers.send(Problem.of(500, ExchangeCode.OUR_FAULT), request, response);
        }
    }

    /** {@code application/pkcs7-mime} or {@code application/cms}: the sender says that it is sealed. */
    private static boolean isSealed(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null
                && SEALED.contains(type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT));
    }

    private static void answer(
            Outcome outcome, Channel sender, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        switch (outcome) {
            case Outcome.Accepted(var ack) -> send(ack, response);
            case Outcome.Repeated(var ack) -> send(ack, response);
            case Outcome.Refused(var findings, var id) -> {
                LOG.info("event=message-refused channel={} message={} code={}", sender.dxpId(), id, codeOf(findings));
                Answers.send(Problem.refused(findings, id), request, response);
            }
            case Outcome.Conflict(var finding, var id) -> {
                LOG.info("event=message-conflict channel={} message={}", sender.dxpId(), id);
                Answers.send(
                        new Problem(409, List.of(finding), Optional.of(id), OptionalInt.empty()), request, response);
            }
            case Outcome.Busy() ->
                Answers.send(Problem.of(429, ExchangeCode.TOO_BUSY).retryAfter(1), request, response);
            case Outcome.Unavailable(var code) -> Answers.send(unavailable(code), request, response);
        }
    }

    private static Problem unavailable(ExchangeCode code) {
        return switch (code) {
            case OUR_FAULT -> Problem.of(500, code);
            case STORAGE_FULL -> Problem.of(503, code).retryAfter(60);
            default -> Problem.of(503, code).retryAfter(2);
        };
    }

    private static void send(Ack ack, HttpServletResponse response) throws IOException {
        var json = ack.json();
        response.setStatus(HttpServletResponse.SC_ACCEPTED);
        response.setContentType("application/json;charset=UTF-8");
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }

    private static String codeOf(List<Finding> findings) {
        return findings.getFirst().code().code();
    }
}
