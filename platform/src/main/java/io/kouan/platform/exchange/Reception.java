package io.kouan.platform.exchange;

import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.Place;
import io.kouan.ceb.message.Bytes;
import io.kouan.platform.exchange.Submission.Facts;
import io.kouan.platform.exchange.Submission.Verdict;
import io.kouan.platform.transmission.Channel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One message from its bytes to its answer: inspect, make durable, answer; in this order and no other. There is no second way
 * in.
 */
final class Reception {

    private final Inspector inspector;
    private final JournalWriter journal;

    Reception(Inspector inspector, JournalWriter journal) {
        this.inspector = inspector;
        this.journal = journal;
    }

    Outcome receive(Channel sender, Bytes body, Instant now) throws InterruptedException {
        var digest = sha256(body);
        return switch (inspector.inspect(sender, body, digest, now)) {
            case Inspected.Stopped(var facts, var findings) ->
                refuse(new Submission(sender, facts, digest, Verdict.REFUSED, findings, now, body));
            case Inspected.Passed(var facts, var warnings) ->
                accept(new Submission(sender, facts, digest, Verdict.ACCEPTED, warnings, now, body));
        };
    }

    private Outcome accept(Submission message) throws InterruptedException {
        return switch (journal.append(message)) {
            case Appended.Stored(long position) -> new Outcome.Accepted(message.ack(position));
            case Appended.Before before when before.isSame(message.digest()) -> new Outcome.Repeated(before.first());
            case Appended.Before(var first) -> conflict(message.facts(), first);
            case Appended.Full() -> new Outcome.Busy();
            case Appended.Failed(var code) -> new Outcome.Unavailable(code);
        };
    }

    private Outcome refuse(Submission message) throws InterruptedException {
        List<Finding> findings = message.findings();
        return switch (journal.append(message)) {
            case Appended.Stored(long position) ->
                new Outcome.Refused(findings, message.facts().messageId());
            case Appended.Before(var first) -> new Outcome.Repeated(first);
            case Appended.Full() -> new Outcome.Busy();
            case Appended.Failed(var code) -> new Outcome.Unavailable(code);
        };
    }

    private static Outcome conflict(Facts facts, Ack first) {
        var values = Map.of("messageId", facts.messageId(), "position", Long.toString(first.position()));
        return new Outcome.Conflict(new Finding(ExchangeCode.MESSAGE_ID_TAKEN, Place.WHOLE, values), facts.messageId());
    }

    private static Bytes sha256(Bytes body) {
        try {
            return Bytes.of(MessageDigest.getInstance("SHA-256").digest(body.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
