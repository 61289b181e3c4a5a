package io.kouan.platform.succession;

import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.check.Answers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The requests, in the database; an enterprise has at most one that is open. */
@Repository
class ChangeRequests {

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    ChangeRequests(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps one; false where the enterprise has one open already. */
    boolean add(FormRecord ticket, UUID file, String login, Optional<Answers> person, String by) {
        return db.sql("""
                insert into administrator_change (ticket_id, enterprise_id, file_id, login, person, prepared_by, prepared_at)
                values (:ticket, :enterprise, :file, :login, :person::json, :by, :now)
                    on conflict do nothing
                """)
                        .param("ticket", ticket.id())
                        .param("enterprise", ticket.enterprise().orElseThrow())
                        .param("file", file)
                        .param("login", login)
                        .param("person", person.map(json::writeValueAsString).orElse(null), java.sql.Types.VARCHAR)
                        .param("by", by)
                        .param("now", now())
                        .update()
                == 1;
    }

    Optional<ChangeRequest> find(long id) {
        return db.sql("select * from administrator_change where id = :id")
                .param("id", id)
                .query((row, number) -> request(row))
                .optional();
    }

    List<ChangeRequest> open() {
        return db.sql("select * from administrator_change where decided_at is null order by id limit 200")
                .query((row, number) -> request(row))
                .list();
    }

    /** The newest on a ticket. */
    Optional<ChangeRequest> on(long ticket) {
        return db.sql("select * from administrator_change where ticket_id = :ticket order by id desc limit 1")
                .param("ticket", ticket)
                .query((row, number) -> request(row))
                .optional();
    }

    /** Whether something is open for an enterprise, on whatever ticket. */
    boolean isOpenFor(long enterprise) {
        return db.sql("""
                select exists (select from administrator_change where enterprise_id = :enterprise and decided_at is null)
                """).param("enterprise", enterprise).query(Boolean.class).single();
    }

    /** False where it was decided already. */
    boolean decide(ChangeRequest request, boolean confirmed, String reason, String by) {
        return db.sql("""
                update administrator_change
                   set decided_by = :by, decided_at = :now, confirmed = :confirmed, reason = :reason
                 where id = :id and decided_at is null
                """)
                        .param("by", by)
                        .param("now", now())
                        .param("confirmed", confirmed)
                        .param("reason", reason)
                        .param("id", request.id())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private ChangeRequest request(ResultSet row) throws SQLException {
        return new ChangeRequest(
                row.getLong("id"),
                row.getLong("ticket_id"),
                row.getLong("enterprise_id"),
                row.getObject("file_id", UUID.class),
                row.getString("login"),
                Optional.ofNullable(row.getString("person")).map(text -> json.readValue(text, Answers.class)),
                row.getString("prepared_by"),
                row.getObject("prepared_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("confirmed", Boolean.class)));
    }
}
