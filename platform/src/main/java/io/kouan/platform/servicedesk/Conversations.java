package io.kouan.platform.servicedesk;

import io.kouan.platform.forms.FormRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said about each ticket, in the database; never changed. */
@Repository
class Conversations {

    private final JdbcClient db;
    private final Clock clock;

    Conversations(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    long write(FormRecord ticket, TicketMessage.Author author, String action, String body) {
        return write(ticket, author, action, body, false);
    }

    long write(FormRecord ticket, TicketMessage.Author author, String action, String body, boolean internal) {
        return db.sql("""
                insert into ticket_message (record_id, at, login, name, role, action, body, internal)
                values (:record, :now, :login, :name, :role, :action, :body, :internal) returning id
                """)
                .param("record", ticket.id())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("login", author.login())
                .param("name", author.name())
                .param("role", author.role())
                .param("action", action)
                .param("body", body.strip())
                .param("internal", internal)
                .query(Long.class)
                .single();
    }

    /** The newest message of a ticket. */
    long newest(long ticket) {
        return db.sql("select max(id) from ticket_message where record_id = :record")
                .param("record", ticket)
                .query(Long.class)
                .single();
    }

    /** In the order in which it was said. */
    List<TicketMessage> of(long ticket) {
        return db.sql("select * from ticket_message where record_id = :record order by id")
                .param("record", ticket)
                .query((row, number) -> message(row))
                .list();
    }

    private static TicketMessage message(ResultSet row) throws SQLException {
        return new TicketMessage(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new TicketMessage.Author(row.getString("login"), row.getString("name"), row.getString("role")),
                row.getString("action"),
                row.getString("body"),
                row.getBoolean("internal"));
    }
}
