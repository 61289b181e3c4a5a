package io.kouan.platform.exchange;

import io.kouan.ceb.message.Bytes;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the journal in order. Whoever has read up to a position has missed nothing before it. */
@Component
public class JournalReader {

    private static final String NEXT = """
            select position, enterprise_id, dxp_id, message_id, message_type, verdict = 'ACCEPTED' as accepted,
                   enveloped, coalesce(findings::text, '') as findings, received_at, body
              from (select m.*, sum(length(body)) over (order by position) as bytes, row_number() over (order by position) as row
                      from (select * from message where position > :after order by position limit :messages) m) page
             where bytes <= :bytes or row = 1
             order by position
            """;

    private final JdbcClient database;

    JournalReader(JdbcClient database) {
        this.database = database;
    }

    /**
     * The next messages behind a position.
     *
     * @param messages most messages
     * @param bytes most bytes of bodies together; one message always comes, however large
     */
    public List<JournalEntry> next(long after, int messages, long bytes) {
        return database.sql(NEXT)
                .param("after", after)
                .param("messages", messages)
                .param("bytes", bytes)
                .query((row, number) -> new JournalEntry(
                        row.getLong("position"),
                        row.getLong("enterprise_id"),
                        row.getString("dxp_id"),
                        row.getString("message_id"),
                        row.getString("message_type"),
                        row.getBoolean("accepted"),
                        row.getBoolean("enveloped"),
                        row.getString("findings"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        Bytes.of(row.getBytes("body"))))
                .list();
    }
}
