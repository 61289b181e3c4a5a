package io.kouan.platform.localfiling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When initial passwords were handed out once more (重新发放初始密码), who wanted it and who agreed, in the database. */
@Repository
class PasswordsAgainBook {

    private final JdbcClient db;
    private final Clock clock;

    PasswordsAgainBook(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What waits for another agent. */
    record Prepared(long id, String reason, String by) {}

    /** False where one waits already. */
    boolean prepare(long ticket, String reason, String by) {
        return db.sql("""
                insert into local_filing_passwords_again (ticket_id, reason, prepared_by, prepared_at)
                values (:ticket, :reason, :by, :now)
                    on conflict do nothing
                """)
                        .param("ticket", ticket)
                        .param("reason", reason)
                        .param("by", by)
                        .param("now", now())
                        .update()
                == 1;
    }

    Optional<Prepared> open(long ticket) {
        return db.sql("""
                select id, reason, prepared_by from local_filing_passwords_again
                 where ticket_id = :ticket and decided_at is null
                """)
                .param("ticket", ticket)
                .query((row, number) -> prepared(row))
                .optional();
    }

    /** False where it was decided already. */
    boolean decide(Prepared prepared, boolean released, String by) {
        return db.sql("""
                update local_filing_passwords_again set decided_by = :by, decided_at = :now, released = :released
                 where id = :id and decided_at is null
                """)
                        .param("by", by)
                        .param("now", now())
                        .param("released", released)
                        .param("id", prepared.id())
                        .update()
                == 1;
    }

    /** When they were handed out once more last. */
    Optional<Instant> last(long ticket) {
        return db.sql("""
                select decided_at from local_filing_passwords_again where ticket_id = :ticket and released
                 order by decided_at desc limit 1
                """)
                .param("ticket", ticket)
                .query((row, number) ->
                        row.getObject("decided_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Prepared prepared(ResultSet row) throws SQLException {
        return new Prepared(row.getLong("id"), row.getString("reason"), row.getString("prepared_by"));
    }
}
