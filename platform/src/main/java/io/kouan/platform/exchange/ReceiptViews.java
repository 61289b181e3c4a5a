package io.kouan.platform.exchange;

import io.kouan.ceb.message.Bytes;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Receipts (回执) for looking at. Whoever asks has made sure that the message they answer may be seen. */
@Repository
public class ReceiptViews {

    /** Most receipts shown for one message. */
    private static final int MOST = 200;

    private final JdbcClient db;

    ReceiptViews(JdbcClient db) {
        this.db = db;
    }

    /** A receipt as it goes out. */
    public record Written(long number, String type, int records, Instant createdAt, Bytes body) {}

    /** The receipts that answer a message, in the order in which they went out. */
    public List<Written> answering(long position) {
        return db.sql("""
                select number, receipt_type, records, created_at, body
                  from receipt where source = :position order by number limit :most
                """)
                .param("position", position)
                .param("most", MOST)
                .query((row, number) -> new Written(
                        row.getLong("number"),
                        row.getString("receipt_type"),
                        row.getInt("records"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        Bytes.of(row.getBytes("body"))))
                .list();
    }
}
