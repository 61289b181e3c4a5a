package io.kouan.platform.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Turns times into positions of the journal. Positions grow with time, so a few dozen look-ups by primary key find the
 * place; an index over the time would have to be paid with every message.
 */
@Repository
class JournalTime {

    /** Messages that came at nearly the same time may stand in another order; whoever filters exactly starts earlier. */
    private static final Duration SLACK = Duration.ofSeconds(60);

    private final JdbcClient db;

    JournalTime(JdbcClient db) {
        this.db = db;
    }

    /** A position below which everything was received before the given time. */
    long lastBefore(Instant time) {
        return firstFrom(time.minus(SLACK));
    }

    /** A position from which on everything was received at or after the given time. */
    long firstAfter(Instant time) {
        return firstFrom(time.plus(SLACK));
    }

    private long firstFrom(Instant wanted) {
        long low = 1;
        long high = db.sql("select coalesce(max(position), 0) + 1 from message")
                .query(Long.class)
                .single();
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (receivedAtOrAfter(middle).isBefore(wanted)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Instant receivedAtOrAfter(long position) {
        return db.sql("select received_at from message where position >= :position order by position limit 1")
                .param("position", position)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(Instant.MAX);
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
