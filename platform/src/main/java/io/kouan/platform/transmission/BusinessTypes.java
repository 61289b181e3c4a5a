package io.kouan.platform.transmission;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.transmission.BusinessType.Direction;
import io.kouan.platform.transmission.BusinessType.Mode;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Which business types (业务类型) are open to whom, at which entry: the one table that gate, pages and judge read. */
@Repository
public class BusinessTypes {

    private final JdbcClient db;
    private final Standings standings;
    private final AuditLog audit;
    private final Clock clock;

    BusinessTypes(JdbcClient db, Standings standings, AuditLog audit, Clock clock) {
        this.db = db;
        this.standings = standings;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is open to an enterprise at an entry. */
    public Set<BusinessType> of(long enterprise, Realm realm) {
        return new LinkedHashSet<>(db.sql("""
                select mode, direction from business_type where enterprise_id = :enterprise and realm = :realm
                 order by mode desc, direction desc
                """)
                .param("enterprise", enterprise)
                .param("realm", realm.name())
                .query((row, number) -> new BusinessType(
                        Mode.of(row.getString("mode")).orElseThrow(), Direction.valueOf(row.getString("direction"))))
                .list());
    }

    /**
     * When a type was opened.
     *
     * @param ticket on which it was asked for
     */
    public record Opening(Instant at, String ticket) {}

    /** When a type was opened at an entry; empty where it is not open. */
    public Optional<Opening> opening(long enterprise, Realm realm, BusinessType type) {
        return db.sql("""
                select opened_at, ticket_no from business_type
                 where enterprise_id = :enterprise and realm = :realm and mode = :mode and direction = :direction
                """)
                .param("enterprise", enterprise)
                .param("realm", realm.name())
                .param("mode", type.mode().code())
                .param("direction", type.direction().name())
                .query((row, number) -> new Opening(
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(), row.getString("ticket_no")))
                .optional();
    }

    /** Opens some as somebody decided, and puts it into the audit log. */
    @Transactional
    public void open(long enterprise, Realm realm, Collection<BusinessType> types, String ticket, Actor by) {
        var before = of(enterprise, realm);
        open(enterprise, realm, types, ticket, by.login());
        told(enterprise, realm, "open", before, by);
    }

    /** Opens some; what is open already stays as it was opened. */
    @Transactional
    public void open(long enterprise, Realm realm, Collection<BusinessType> types, String ticket, String by) {
        for (BusinessType type : types) {
            db.sql("""
                    insert into business_type (enterprise_id, realm, mode, direction, ticket_no, opened_by, opened_at)
                    values (:enterprise, :realm, :mode, :direction, :ticket, :by, :now)
                        on conflict do nothing
                    """)
                    .param("enterprise", enterprise)
                    .param("realm", realm.name())
                    .param("mode", type.mode().code())
                    .param("direction", type.direction().name())
                    .param("ticket", ticket)
                    .param("by", by)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
        afterCommit(standings::forget);
    }

    /** Closes all at an entry, when the filing there ended or the DXP ID was cancelled (roles.md section 5). */
    @Transactional
    public void closeAll(long enterprise, Realm realm) {
        var before = of(enterprise, realm);
        db.sql("delete from business_type where enterprise_id = :enterprise and realm = :realm")
                .param("enterprise", enterprise)
                .param("realm", realm.name())
                .update();
        if (!before.isEmpty()) {
            told(enterprise, realm, "close", before, Actor.program());
        }
        afterCommit(standings::forget);
    }

    private void told(long enterprise, Realm realm, String action, Set<BusinessType> before, Actor by) {
        var role = by.roles().stream().findFirst().map(Enum::name).orElse("");
        audit.write(AuditEntry.done(by.login(), by.name(), role, "business-type", Long.toString(enterprise), action)
                .change(Map.of("roles", realm + " " + before), Map.of("roles", realm + " " + of(enterprise, realm))));
    }

    /** What is not committed yet must not be remembered. */
    static void afterCommit(Runnable action) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    action.run();
                }
            });
        } else {
            action.run();
        }
    }
}
