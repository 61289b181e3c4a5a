package io.kouan.platform.localfiling;

import io.kouan.platform.accounts.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The reviews of the materials, in the database. */
@Repository
class Reviews {

    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    Reviews(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /** The review of a ticket; an empty one before anybody looked. */
    Review of(long ticket) {
        return db.sql("select ticks, keyed, refused from local_filing_review where ticket_id = :ticket")
                .param("ticket", ticket)
                .query((row, number) -> review(row))
                .optional()
                .orElse(Review.NONE);
    }

    void keep(long ticket, Review review, Actor by) {
        db.sql("""
                insert into local_filing_review (ticket_id, ticks, keyed, refused, checked_by, checked_at)
                values (:ticket, :ticks, :keyed::json, :refused, :by, :now)
                    on conflict (ticket_id) do update
                   set ticks = excluded.ticks, keyed = excluded.keyed, refused = excluded.refused,
                       checked_by = excluded.checked_by, checked_at = excluded.checked_at
                """)
                .param("ticket", ticket)
                .param("ticks", review.ticks().stream().sorted().toArray(String[]::new))
                .param("keyed", json.writeValueAsString(review.keyed()))
                .param("refused", review.refused())
                .param("by", by.login())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What was seen of files that have changed since counts no more: the enterprise has supplemented. */
    void forgetTicks(long ticket) {
        db.sql("update local_filing_review set ticks = '{}' where ticket_id = :ticket")
                .param("ticket", ticket)
                .update();
    }

    private Review review(ResultSet row) throws SQLException {
        return new Review(
                Set.of((String[]) row.getArray("ticks").getArray()),
                json.readValue(row.getString("keyed"), VALUES),
                row.getBoolean("refused"));
    }
}
