package io.kouan.platform.servicedesk;

import io.kouan.platform.servicedesk.TicketFacts.TicketFact;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tickets of all enterprises in the database: searched by the desk page by page, and looked through by the clock. */
@Repository
class DeskTickets {

    private static final int ONE_LOOK = 500;

    private final JdbcClient db;

    DeskTickets(JdbcClient db) {
        this.db = db;
    }

    /** Some of what was found, and how much was found in all. */
    record Found(List<TicketFact> some, long all) {

        Found {
            some = List.copyOf(some);
        }
    }

    /**
     * Looks for tickets. Words are looked for in every row, so that counting and finding is one pass; without words the count comes
     * from an index.
     *
     * @param first how many to leave out
     */
    Found find(DeskQuery query, long first, int most) {
        if (query.q().isEmpty()) {
            return new Found(some(query, first, most), count(query));
        }
        var all = new AtomicLong();
        var some = db.sql("select *, count(*) over () as found from ticket where " + query.conditions() + " order by "
                        + query.order() + " limit :most offset :first")
                .params(query.values())
                .param("most", most)
                .param("first", first)
                .query((row, number) -> {
                    all.set(row.getLong("found"));
                    return TicketFacts.fact(row);
                })
                .list();
        return new Found(some, some.isEmpty() && first > 0 ? count(query) : all.get());
    }

    private long count(DeskQuery query) {
        return db.sql("select count(*) from ticket where " + query.conditions())
                .params(query.values())
                .query(Long.class)
                .single();
    }

    List<TicketFact> some(DeskQuery query, long first, int most) {
        return db.sql("select * from ticket where " + query.conditions() + " order by " + query.order()
                        + " limit :most offset :first")
                .params(query.values())
                .param("most", most)
                .param("first", first)
                .query((row, number) -> TicketFacts.fact(row))
                .list();
    }

    /** Answered tickets, the longest answered first. */
    List<TicketFact> answeredBefore(Instant time) {
        return db.sql("select * from ticket where state = 'REPLIED' and replied_at < :time order by replied_at limit "
                        + ONE_LOOK)
                .param("time", time.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .query((row, number) -> TicketFacts.fact(row))
                .list();
    }

    /** What is open and due one day, what is due first at the beginning. */
    List<TicketFact> dated() {
        return db.sql("select * from ticket where state in ('SUBMITTED', 'PROCESSING', 'NEED_INFO', 'FORWARDED')"
                        + " and due_at is not null order by due_at, submitted_at, record_id limit 2000")
                .query((row, number) -> TicketFacts.fact(row))
                .list();
    }

    /** What the desk has not done in time, and nobody was told of that deadline. */
    List<TicketFact> lateSince(Instant time) {
        return db.sql("select * from ticket where state in ('SUBMITTED', 'PROCESSING', 'FORWARDED') and due_at < :time"
                        + " and overdue_for is distinct from due_at order by due_at limit " + ONE_LOOK)
                .param("time", time.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .query((row, number) -> TicketFacts.fact(row))
                .list();
    }

    /** The records of what is open about these matters, from a place on. */
    List<Long> openAbout(Collection<String> templates, long after) {
        return db.sql("select record_id from ticket where record_id > :after and template = any(:templates)"
                        + " and state in ('SUBMITTED', 'PROCESSING', 'NEED_INFO', 'FORWARDED') order by record_id limit "
                        + ONE_LOOK)
                .param("after", after)
                .param("templates", templates.toArray(String[]::new))
                .query((row, number) -> row.getLong("record_id"))
                .list();
    }
}
