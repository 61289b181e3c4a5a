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
import java.util.Optional;
import java.util.OptionalInt;
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
    private static final long serialVersionUID = 1;

    private final transient Credentials credentials;
    private final transient BodyReader bodies;
    private final transient Receptions receptions;
    private final transient RefusedSources refusedSources;
    private final transient Clock clock;

    MessageDoor(
            Credentials credentials,
            BodyReader bodies,
            Receptions receptions,
            RefusedSources refusedSources,
            Clock clock) {
        this.credentials = credentials;
        this.bodies = bodies;
        this.receptions = receptions;
        this.refusedSources = refusedSources;
        this.clock = clock;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (credentials.of(request)) {
            case Sender.Unknown(var problem) -> Answers.send(problem, request, response);
            case Sender.Known(var channel) -> receive(Caller.of(channel, request), request, response);
        }
    }

    private void receive(Caller sender, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (receptions.isBarred(sender, request)) {
            Answers.send(Problem.of(403, ExchangeCode.NOT_ENCRYPTED), request, response);
            return;
        }
        switch (bodies.read(request, sender.channel().dxpId())) {
            case Body.Bad(var problem) -> Answers.send(problem, request, response);
            case Body.Whole body -> {
                try (body) {
                    receive(sender, body, request, response);
                }
            }
        }
    }

    private void receive(Caller sender, Body.Whole body, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            var outcome = receptions.receive(sender, body.bytes(), request, clock.instant());
            refusedSources.remember(sender, outcome);
            answer(outcome, sender.channel(), request, response);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            Answers.send(Problem.of(503, ExchangeCode.DATABASE_AWAY).retryAfter(2), request, response);
        } catch (DataAccessException | TransactionException away) {
            LOG.warn(
                    "event=database-away channel={} reason={}", sender.channel().dxpId(), away.getMessage());
            Answers.send(Problem.of(503, ExchangeCode.DATABASE_AWAY).retryAfter(2), request, response);
        } catch (RuntimeException bug) {
            LOG.error("event=door-bug channel={}", sender.channel().dxpId(), bug);
            Answers.send(Problem.of(500, ExchangeCode.OUR_FAULT), request, response);
        }
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
