package io.kouan.platform.audit;

import io.kouan.platform.accounts.StaffAccounts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the audit log. An entry is written in the transaction of the change that it tells of; when it cannot be written, the change
 * fails (AUD-04).
 */
@Repository
public class AuditLog {

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;
    private final StaffAccounts staff;
    private final ApplicationEventPublisher events;

    AuditLog(JdbcClient db, JsonMapper json, Clock clock, StaffAccounts staff, ApplicationEventPublisher events) {
        this.db = db;
        this.json = json;
        this.clock = clock;
        this.staff = staff;
        this.events = events;
    }

    /** A refusal that has just been written. Told inside the transaction. */
    record Refused(AuditEntry entry, Instant at) {}

    /**
     * Adds an entry; joins the transaction that is open, else makes one. It goes into the chain right before the commit: whoever holds
     * the chain then waits for nothing else, so that two changes cannot wait for each other.
     */
    @Transactional
    public void write(AuditEntry entry) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var from = Origin.now();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                append(entry, at, from);
                if (!entry.result().equals(AuditEntry.DONE)) {
                    events.publishEvent(new Refused(entry, at));
                }
            }
        });
    }

    /** Chains the entry to the last one, now. */
    void append(AuditEntry entry, Instant at, Origin from) {
        var head = db.sql("select number, hash from audit_head for update")
                .query((row, index) -> new Head(row.getLong("number"), row.getString("hash")))
                .single();
        long number = head.number() + 1;
        var content = json.writeValueAsString(
                AuditRecord.of(number, at.toString(), from, staff.officeOf(entry.login()), entry));
        var hash = AuditChain.hash(head.hash(), content);
        db.sql("""
                insert into audit_entry (number, at, login, kind, object, action, result, content, hash)
                values (:number, :at, :login, :kind, :object, :action, :result, :content, :hash)
                """)
                .param("number", number)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("login", entry.login())
                .param("kind", entry.kind())
                .param("object", entry.object())
                .param("action", entry.action())
                .param("result", entry.result())
                .param("content", content)
                .param("hash", hash)
                .update();
        db.sql("update audit_head set number = :number, hash = :hash")
                .param("number", number)
                .param("hash", hash)
                .update();
    }

    private record Head(long number, String hash) {}
}
