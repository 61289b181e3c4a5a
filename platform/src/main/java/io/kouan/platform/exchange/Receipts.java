package io.kouan.platform.exchange;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.kouan.platform.port.PortTime;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Receipts (回执) on their way out: at least once, in order, from wherever the receiver says it stands. Giving them out
 * changes nothing; only the receiver's own word moves the cursor.
 */
@Repository
class Receipts {

    /** Another node may have put a receipt out, and its bells do not ring here. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private final JdbcClient db;
    private final RecipientBells bells;
    private final Clock clock;

    Receipts(JdbcClient db, RecipientBells bells, Clock clock) {
        this.db = db;
        this.bells = bells;
        this.clock = clock;
    }

    /**
     * A receipt as it is handed out.
     *
     * @param source journal position of the message it answers
     * @param messageId id of that message
     * @param statuses distinct returnStatus values, separated by spaces
     * @param records how many return records it holds
     * @param body the receipt itself, XML
     */
    record Receipt(
            long number,
            String type,
            long source,
            String messageId,
            String statuses,
            int records,
            @JsonFormat(shape = JsonFormat.Shape.STRING) OffsetDateTime createdAt,
            String body) {}

    /** The receipts behind a number; waits for the first one, at most that long. */
    List<Receipt> after(String dxpId, long number, int limit, Duration wait) throws InterruptedException {
        var bell = bells.of(dxpId);
        long deadline = System.nanoTime() + wait.toNanos();
        while (true) {
            long heard = bell.rings();
            var found = after(dxpId, number, limit);
            long left = deadline - System.nanoTime();
            if (!found.isEmpty() || left <= 0) {
                return found;
            }
            bell.await(heard, Math.min(Duration.ofNanos(left).plusMillis(1).toMillis(), LOOK_AGAIN.toMillis()));
        }
    }

    private List<Receipt> after(String dxpId, long number, int limit) {
        return db.sql("""
                select page.number, page.receipt_type, page.source, m.message_id, page.statuses, page.records,
                       page.created_at, page.body
                  from (select r.*, sum(length(r.body)) over (order by r.number) as bytes,
                               row_number() over (order by r.number) as row
                          from (select * from receipt where dxp_id = :dxpId and number > :after
                                 order by number limit :limit) r) page
                  join message m on m.position = page.source
                 where page.bytes <= :bytes or page.row = 1
                 order by page.number
                """)
                .param("dxpId", dxpId)
                .param("after", number)
                .param("limit", limit)
                .param("bytes", MOST_BYTES)
                .query((row, at) -> receipt(row))
                .list();
    }

    /** Up to which number the channel has said that it holds its receipts. */
    long cursor(String dxpId) {
        return db.sql("select number from receipt_cursor where dxp_id = :dxpId")
                .param("dxpId", dxpId)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /**
     * Moves the cursor forward, never back.
     *
     * @return where it stands now; empty where no receipt of this channel has come that far
     */
    OptionalLong acknowledge(String dxpId, long upTo) {
        return db.sql("""
                insert into receipt_cursor as held (dxp_id, number, updated_at)
                select :dxpId, :upTo, :now
                 where :upTo <= (select coalesce(max(number), 0) from receipt where dxp_id = :dxpId)
                    on conflict (dxp_id) do update
                   set number = greatest(held.number, excluded.number), updated_at = excluded.updated_at
                returning number
                """)
                .param("dxpId", dxpId)
                .param("upTo", upTo)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    private static Receipt receipt(ResultSet row) throws SQLException {
        return new Receipt(
                row.getLong("number"),
                row.getString("receipt_type"),
                row.getLong("source"),
                row.getString("message_id"),
                row.getString("statuses"),
                row.getInt("records"),
                row.getObject("created_at", OffsetDateTime.class)
                        .atZoneSameInstant(PortTime.ZONE)
                        .toOffsetDateTime(),
                new String(row.getBytes("body"), StandardCharsets.UTF_8));
    }
}
