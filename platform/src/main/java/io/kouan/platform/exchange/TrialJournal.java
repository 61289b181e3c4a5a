package io.kouan.platform.exchange;

import io.kouan.ceb.message.Bytes;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The journal of the test channels (联调环境): apart from the live one, so that nothing that is tried can have an effect, use up an id
 * or stand in a statistic. Each message is one transaction with its receipts and with what follows from it; nobody is in a hurry here.
 */
@Component
class TrialJournal implements Journal {

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final ObjectProvider<TrialReceipts> receipts;
    private final ApplicationEventPublisher events;

    TrialJournal(
            JdbcClient db,
            TransactionTemplate transaction,
            ObjectProvider<TrialReceipts> receipts,
            ApplicationEventPublisher events) {
        this.db = db;
        this.transaction = transaction;
        this.receipts = receipts;
        this.events = events;
    }

    @Override
    public Appended append(Submission message) {
        return transaction.execute(status -> {
            var sender = message.sender();
            // one after the other, so that the last of the test cases sees all those before it
            db.sql("select pg_advisory_xact_lock(hashtextextended(:dxpId, 0))")
                    .param("dxpId", sender.dxpId())
                    .query((row, number) -> 0)
                    .list();
            var before = message.isAccepted() ? first(message.key()) : Optional.<Ack>empty();
            var position = keep(message, outcome(message, before));
            if (message.isAccepted() && before.isEmpty()) {
                answer(message, position);
            }
            events.publishEvent(new TrialTaken(sender.dxpId(), sender.enterpriseId()));
            return before.<Appended>map(Appended.Before::new).orElseGet(() -> new Appended.Stored(position));
        });
    }

    private static TrialMessage.Outcome outcome(Submission message, Optional<Ack> before) {
        if (!message.isAccepted()) {
            return TrialMessage.Outcome.REFUSED;
        }
        return before.map(ack -> ack.digest().equals(message.digest())
                        ? TrialMessage.Outcome.REPEATED
                        : TrialMessage.Outcome.CONFLICT)
                .orElse(TrialMessage.Outcome.ACCEPTED);
    }

    private Optional<Ack> first(Submission.Key key) {
        return db.sql("""
                select * from trial_message where dxp_id = :dxpId and message_id = :id and outcome = 'ACCEPTED'
                """)
                .param("dxpId", key.dxpId())
                .param("id", key.messageId())
                .query((row, number) -> new Ack(
                        row.getString("message_id"),
                        row.getLong("position"),
                        Bytes.of(row.getBytes("digest")),
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        row.getString("message_type"),
                        row.getInt("documents"),
                        Optional.ofNullable(row.getString("findings"))))
                .optional();
    }

    private long keep(Submission message, TrialMessage.Outcome outcome) {
        var facts = message.facts();
        return db.sql("""
                insert into trial_message (enterprise_id, dxp_id, message_id, message_type, documents, enveloped, sealed, digest,
                                           outcome, findings, received_at)
                values (:enterprise, :dxpId, :id, :type, :documents, :enveloped, :sealed, :digest, :outcome, :findings::jsonb, :at)
                returning position
                """)
                .param("enterprise", message.sender().enterpriseId())
                .param("dxpId", message.sender().dxpId())
                .param("id", facts.messageId())
                .param("type", facts.messageType())
                .param("documents", facts.documents())
                .param("enveloped", facts.enveloped())
                .param("sealed", message.sealed().isPresent())
                .param("digest", message.digest().array())
                .param("outcome", outcome.name())
                .param("findings", message.findingsJson().orElse(null), java.sql.Types.VARCHAR)
                .param("at", message.receivedAt().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private void answer(Submission message, long position) {
        var entry = new JournalEntry(
                position,
                message.sender().enterpriseId(),
                message.sender().dxpId(),
                message.facts().messageId(),
                message.facts().messageType(),
                true,
                message.facts().enveloped(),
                "",
                message.receivedAt(),
                message.body());
        List<OutgoingReceipt> made =
                receipts.stream().flatMap(maker -> maker.of(entry).stream()).toList();
        for (OutgoingReceipt receipt : made) {
            db.sql("""
                    insert into trial_receipt (dxp_id, source, receipt_type, statuses, records, created_at, body)
                    values (:dxpId, :source, :type, :statuses, :records, :at, :body)
                    """)
                    .param("dxpId", receipt.dxpId())
                    .param("source", receipt.source())
                    .param("type", receipt.type())
                    .param("statuses", receipt.statuses())
                    .param("records", receipt.records())
                    .param("at", receipt.createdAt().atOffset(ZoneOffset.UTC))
                    .param("body", receipt.body().array())
                    .update();
        }
    }
}
