package io.kouan.platform.exchange;

import io.kouan.platform.accounts.Scope;
import io.kouan.platform.transmission.ChannelTraffic;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much comes in and how long answers take, for the dashboard. Looks at counters and at the newest rows only. */
@Repository
public class Traffic implements ChannelTraffic {

    /** How many of the newest receipts per channel the latency is taken from. */
    private static final int NEWEST = 500;

    private final JdbcClient db;

    Traffic(JdbcClient db) {
        this.db = db;
    }

    /** Messages received within one minute. */
    public record Minute(Instant start, long accepted, long refused) {}

    /** From receiving a message to its newest receipt. */
    public record Latency(long messages, Duration median, Duration p95) {}

    public List<Minute> minutes(Scope scope, Instant since) {
        return db.sql("""
                select minute, sum(accepted) as accepted, sum(refused) as refused
                  from message_minute where minute >= :since and enterprise_id %s
                 group by minute order by minute
                """.formatted(scope.enterprise().isPresent() ? "= :enterprise" : "is not null"))
                .param("since", JournalTime.utc(since))
                .param("enterprise", scope.enterprise().orElse(0))
                .query((row, number) -> new Minute(
                        row.getObject("minute", OffsetDateTime.class).toInstant(),
                        row.getLong("accepted"),
                        row.getLong("refused")))
                .list();
    }

    /** Over the messages that were answered last; empty before the first receipt. */
    public Optional<Latency> latency(Collection<String> dxpIds) {
        return db.sql("""
                with answered as (
                    select newest.source, max(newest.created_at) as done
                      from unnest(:dxpIds::text[]) as recipient
                     cross join lateral (select source, created_at from receipt
                                          where dxp_id = recipient order by number desc limit :newest) newest
                     group by newest.source
                )
                select count(*) as messages,
                       coalesce(percentile_cont(0.50) within group (order by extract(epoch from done - received_at)), 0) as median,
                       coalesce(percentile_cont(0.95) within group (order by extract(epoch from done - received_at)), 0) as p95
                  from answered join message on position = source
                """)
                .param("dxpIds", dxpIds.toArray(String[]::new))
                .param("newest", NEWEST)
                .query((row, number) -> new Latency(
                        row.getLong("messages"), seconds(row.getDouble("median")), seconds(row.getDouble("p95"))))
                .optional()
                .filter(latency -> latency.messages() > 0);
    }

    /** How many messages within the scope stand behind a position, counted up to a bound. */
    public long behind(Scope scope, long position, int bound) {
        return db.sql("""
                select count(*) from (select 1 from message
                                       where position > :position and enterprise_id %s limit :bound) waiting
                """.formatted(scope.enterprise().isPresent() ? "= :enterprise" : "is not null"))
                .param("position", position)
                .param("enterprise", scope.enterprise().orElse(0))
                .param("bound", bound)
                .query(Long.class)
                .single();
    }

    @Override
    public Map<Long, Counts> since(Instant since, Collection<Long> enterprises) {
        var counts = new HashMap<Long, Counts>();
        db.sql("""
                select enterprise_id, sum(accepted) as accepted, sum(refused) as refused, max(minute) as last
                  from message_minute where minute >= :since and enterprise_id = any(:enterprises)
                 group by enterprise_id
                """)
                .param("since", JournalTime.utc(since))
                .param("enterprises", enterprises.toArray(Long[]::new))
                .query(row -> {
                    counts.put(
                            row.getLong("enterprise_id"),
                            new Counts(
                                    row.getLong("accepted"),
                                    row.getLong("refused"),
                                    Optional.of(row.getObject("last", OffsetDateTime.class)
                                            .toInstant())));
                });
        return counts;
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos(Math.max(0, Math.round(seconds * 1e9)));
    }
}
