package io.kouan.platform.servicedesk;

import io.kouan.platform.forms.FormMoved;
import io.kouan.platform.forms.FormRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What lists of tickets are made from: copied out of the record when it moves, so that it can be found. */
@Repository
class TicketFacts {

    private final JdbcClient db;
    private final Clock clock;

    TicketFacts(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * A ticket as lists show it.
     *
     * @param replied when it was answered last
     * @param due until when it is expected to be done (预计时限), where that is stated
     */
    record TicketFact(
            long record,
            long enterprise,
            String enterpriseName,
            String number,
            String template,
            String category,
            String kind,
            String title,
            String state,
            Instant submitted,
            Optional<Instant> replied,
            Optional<String> assignee,
            int satisfaction,
            Optional<Instant> due) {}

    /** Keeps what a step changed. */
    void moved(FormMoved moved, String enterpriseName, Optional<Instant> due) {
        var record = moved.record();
        db.sql("""
                insert into ticket (record_id, enterprise_id, enterprise_name, number, template, category, kind, title, state, submitted_at, due_at)
                values (:record, :enterprise, :name, :number, :template, :category, :kind, :title, :state, :now, :due)
                    on conflict (record_id) do update
                   set template = excluded.template, category = excluded.category, kind = excluded.kind,
                       title = excluded.title, state = excluded.state, enterprise_name = excluded.enterprise_name,
                       due_at = excluded.due_at,
                       replied_at = case when :reply then :now else ticket.replied_at end,
                       assignee = case when :accept then :login else ticket.assignee end
                """)
                .param("record", record.id())
                .param("enterprise", record.enterprise().orElseThrow())
                .param("name", enterpriseName)
                .param("due", due.map(TicketFacts::utc).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("number", record.number().orElse(""))
                .param("template", Tickets.template(record))
                .param("category", record.answers().text("category"))
                .param("kind", record.answers().text("kind"))
                .param("title", record.answers().text("title"))
                .param("state", record.state())
                .param("accept", moved.action().equals("accept"))
                .param("login", moved.actor().login())
                .param("reply", moved.action().equals("reply"))
                .param("now", now(), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** Those of an enterprise, newest first. */
    List<TicketFact> of(long enterprise, TicketQuery query) {
        return db.sql("select * from ticket where enterprise_id = :enterprise" + query.conditions()
                        + " order by submitted_at desc, record_id desc limit 200")
                .param("enterprise", enterprise)
                .params(query.values())
                .query((row, number) -> fact(row))
                .list();
    }

    Optional<TicketFact> find(FormRecord record) {
        return db.sql("select * from ticket where record_id = :record")
                .param("record", record.id())
                .query((row, number) -> fact(row))
                .optional();
    }

    /** How many an enterprise has in each state. */
    Map<String, Long> counts(long enterprise) {
        var counts = new HashMap<String, Long>();
        db.sql("select state, count(*) as tickets from ticket where enterprise_id = :enterprise group by state")
                .param("enterprise", enterprise)
                .query(row -> {
                    counts.put(row.getString("state"), row.getLong("tickets"));
                });
        return counts;
    }

    /** Those of an enterprise that were answered last. */
    List<TicketFact> answered(long enterprise, int most) {
        return db.sql("select * from ticket where enterprise_id = :enterprise and replied_at is not null"
                        + " order by replied_at desc limit :most")
                .param("enterprise", enterprise)
                .param("most", most)
                .query((row, number) -> fact(row))
                .list();
    }

    /** The newest of an enterprise about a matter that was not withdrawn. */
    Optional<Long> newest(long enterprise, String template) {
        return db.sql("select record_id from ticket where enterprise_id = :enterprise and template = :template"
                        + " and state <> '" + TicketState.CANCELLED + "' order by record_id desc limit 1")
                .param("enterprise", enterprise)
                .param("template", template)
                .query(Long.class)
                .optional();
    }

    /** Gives a ticket to somebody of the desk. */
    void assign(FormRecord ticket, String login) {
        db.sql("update ticket set assignee = :login where record_id = :record")
                .param("login", login)
                .param("record", ticket.id())
                .update();
    }

    /** Keeps into which ticket another was merged. */
    void merge(FormRecord ticket, FormRecord into) {
        db.sql("update ticket set merged_into = :into where record_id = :record")
                .param("into", into.id())
                .param("record", ticket.id())
                .update();
    }

    /** Into which ticket this one was merged. */
    Optional<TicketFact> mergedInto(FormRecord ticket) {
        return db.sql(
                        "select t.* from ticket s join ticket t on t.record_id = s.merged_into where s.record_id = :record")
                .param("record", ticket.id())
                .query((row, number) -> fact(row))
                .optional();
    }

    /** Those that were merged into this one. */
    List<TicketFact> mergedFrom(FormRecord ticket) {
        return db.sql("select * from ticket where merged_into = :record order by number limit 100")
                .param("record", ticket.id())
                .query((row, number) -> fact(row))
                .list();
    }

    /** Keeps how satisfied the enterprise was; said once. */
    boolean rate(FormRecord ticket, int mark) {
        return db.sql("update ticket set satisfaction = :mark where record_id = :record and satisfaction is null")
                        .param("mark", mark)
                        .param("record", ticket.id())
                        .update()
                == 1;
    }

    /** Keeps when it is due, where the calendar has changed. */
    void due(long record, Instant due) {
        db.sql("update ticket set due_at = :due where record_id = :record and due_at is distinct from :due")
                .param("due", utc(due), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("record", record)
                .update();
    }

    /** Whether it is said for the first time that this one has missed that deadline. */
    boolean isFirstTold(long record, Instant due) {
        return db.sql("""
                update ticket set overdue_told_at = :now, overdue_for = :due
                 where record_id = :record and overdue_for is distinct from :due
                """)
                        .param("now", now())
                        .param("due", due.atOffset(ZoneOffset.UTC))
                        .param("record", record)
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return utc(clock.instant());
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    static TicketFact fact(ResultSet row) throws SQLException {
        return new TicketFact(
                row.getLong("record_id"),
                row.getLong("enterprise_id"),
                row.getString("enterprise_name"),
                row.getString("number"),
                row.getString("template"),
                row.getString("category"),
                row.getString("kind"),
                row.getString("title"),
                row.getString("state"),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("replied_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("assignee")),
                row.getInt("satisfaction"),
                Optional.ofNullable(row.getObject("due_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
