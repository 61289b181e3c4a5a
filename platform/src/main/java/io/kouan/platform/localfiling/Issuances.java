package io.kouan.platform.localfiling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The issuances, in the database: one for each ticket. */
@Repository
class Issuances {

    private final JdbcClient db;
    private final Clock clock;

    Issuances(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Optional<Issuance> of(long ticket) {
        return db.sql("select * from local_filing_issuance where ticket_id = :ticket")
                .param("ticket", ticket)
                .query((row, number) -> issuance(row))
                .optional();
    }

    /** The newest of an enterprise, on whatever ticket. */
    Optional<Issuance> newest(long enterprise) {
        return db.sql(
                        "select * from local_filing_issuance where enterprise_id = :enterprise order by prepared_at desc limit 1")
                .param("enterprise", enterprise)
                .query((row, number) -> issuance(row))
                .optional();
    }

    /** Keeps a new one; one that is there stays. */
    void add(Issuance issuance) {
        db.sql("""
                insert into local_filing_issuance (ticket_id, enterprise_id, dxp_id, customs_account, inspection_account,
                                                   licence_no, prepared_by, prepared_at)
                values (:ticket, :enterprise, :dxpId, :customs, :inspection, :licenceNo, :by, :now)
                    on conflict (ticket_id) do nothing
                """)
                .param("ticket", issuance.ticket())
                .param("enterprise", issuance.enterprise())
                .param("dxpId", issuance.dxpId())
                .param("customs", issuance.customsAccount())
                .param("inspection", issuance.inspectionAccount())
                .param("licenceNo", issuance.licenceNo())
                .param("by", issuance.preparedBy())
                .param("now", now())
                .update();
    }

    /** False where it is released already. */
    boolean release(long ticket, String by) {
        return db.sql("""
                update local_filing_issuance set released_by = :by, released_at = :now
                 where ticket_id = :ticket and released_at is null
                """)
                        .param("by", by)
                        .param("now", now())
                        .param("ticket", ticket)
                        .update()
                == 1;
    }

    /** True once: for whoever is the first to look. */
    boolean show(long ticket, String by) {
        return db.sql("""
                update local_filing_issuance set shown_by = :by, shown_at = :now
                 where ticket_id = :ticket and shown_at is null
                """)
                        .param("by", by)
                        .param("now", now())
                        .param("ticket", ticket)
                        .update()
                == 1;
    }

    /** They were handed out once more: whoever is the first to look sees them again. */
    void hide(long ticket) {
        db.sql("update local_filing_issuance set shown_by = '', shown_at = null where ticket_id = :ticket")
                .param("ticket", ticket)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Issuance issuance(ResultSet row) throws SQLException {
        return new Issuance(
                row.getLong("ticket_id"),
                row.getLong("enterprise_id"),
                row.getString("dxp_id"),
                row.getString("customs_account"),
                row.getString("inspection_account"),
                row.getString("licence_no"),
                row.getString("prepared_by"),
                row.getString("released_by"),
                time(row.getObject("released_at", OffsetDateTime.class)),
                time(row.getObject("shown_at", OffsetDateTime.class)));
    }

    private static Optional<Instant> time(@Nullable OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }
}
