package io.kouan.platform.exchange;

import io.kouan.ceb.envelope.EnvelopeCode;
import io.kouan.ceb.envelope.Unsealed;
import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.FindingCode;
import io.kouan.ceb.finding.Layer;
import io.kouan.ceb.finding.Place;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.ReadingCode;
import io.kouan.platform.exchange.Submission.Facts;
import io.kouan.platform.exchange.Submission.Verdict;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One message from its bytes to its answer: open, inspect, make durable, answer; in this order and no other. There is no second way
 * in.
 */
final class Reception {

    private static final Set<Layer> UNREADABLE = Set.of(Layer.XML, Layer.ENVELOPE);

    private final Seals seals;
    private final Inspector inspector;
    private final Journal journal;

    Reception(Seals seals, Inspector inspector, Journal journal) {
        this.seals = seals;
        this.inspector = inspector;
        this.journal = journal;
    }

    /** A message that comes open. */
    Outcome receive(Caller sender, Bytes body, Instant now) throws InterruptedException {
        return receive(sender, body, Optional.empty(), now);
    }

    /** A message that comes in the clear where none may: only its name is looked at, so that its owner finds it again. */
    Outcome receiveBare(Caller sender, Bytes body, Instant now) throws InterruptedException {
        var digest = sha256(body);
        var facts = inspector.inspect(sender, body, digest, now).facts();
        var findings = List.of(Finding.of(ExchangeCode.NOT_ENCRYPTED, Place.WHOLE));
        return refuse(new Submission(
                sender.channel(), facts, digest, Verdict.REFUSED, findings, now, body, Optional.empty()));
    }

    /** A message that comes sealed; once it is open it goes the way of all others. */
    Outcome receiveSealed(Caller sender, Bytes sealed, Instant now) throws InterruptedException {
        return switch (seals.open(sealed)) {
            case Unsealed.Closed(var findings) -> closed(sender, sealed, findings, now);
            case Unsealed.Content(var content) -> receive(sender, content, Optional.of(sealed), now);
        };
    }

    private Outcome receive(Caller sender, Bytes body, Optional<Bytes> sealed, Instant now)
            throws InterruptedException {
        var digest = sha256(body);
        return switch (inspector.inspect(sender, body, digest, now)) {
            // who changes a stranger's sealed message bit by bit must not learn what came out of it
            case Inspected.Stopped(var facts, var findings)
            when sealed.isPresent() && isUnreadable(findings.getFirst().code()) ->
                closed(sender, sealed.get(), List.of(Finding.of(EnvelopeCode.SEALED_BROKEN, Place.WHOLE)), now);
            case Inspected.Stopped(var facts, var findings) ->
                refuse(new Submission(sender.channel(), facts, digest, Verdict.REFUSED, findings, now, body, sealed));
            case Inspected.Passed(var facts, var warnings) ->
                accept(new Submission(sender.channel(), facts, digest, Verdict.ACCEPTED, warnings, now, body, sealed));
        };
    }

    /** How large it is everybody can see from outside. */
    private static boolean isUnreadable(FindingCode code) {
        return UNREADABLE.contains(code.text().layer())
                && code != ReadingCode.TOO_LARGE
                && code != EnvelopeCode.ENVELOPE_TOO_LARGE;
    }

    private Outcome closed(Caller sender, Bytes sealed, List<Finding> findings, Instant now)
            throws InterruptedException {
        var digest = sha256(sealed);
        var facts = Facts.unknown(digest);
        return refuse(new Submission(
                sender.channel(), facts, digest, Verdict.REFUSED, findings, now, sealed, Optional.empty()));
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
