package io.kouan.platform.exchange;

import io.kouan.platform.port.PortTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks single messages of a channel up. */
@Repository
class Messages {

    private final JdbcClient db;

    Messages(JdbcClient db) {
        this.db = db;
    }

    /**
     * A message without its body.
     *
     * @param findings JSON of what was found
     */
    record Stored(
            String messageId,
            long position,
            String digest,
            OffsetDateTime receivedAt,
            String messageType,
            boolean enveloped,
            boolean sealed,
            String verdict,
            String findings) {}

    /** The accepted message with this id; where there is none, the newest refused one. */
    Optional<Stored> find(String dxpId, String messageId) {
        return db.sql("""
                select m.*, exists (select from sealed_message s where s.position = m.position) as sealed from (
                (select position, message_id, message_type, enveloped, digest, verdict, received_at,
                        coalesce(findings::text, '[]') as findings
                   from message where dxp_id = :dxpId and message_id = :id and verdict = 'ACCEPTED')
                union all
                (select position, message_id, message_type, enveloped, digest, verdict, received_at,
                        coalesce(findings::text, '[]')
                   from message where dxp_id = :dxpId and message_id = :id and verdict = 'REFUSED'
                  order by position desc limit 1)
                limit 1) m
                """)
                .param("dxpId", dxpId)
                .param("id", messageId)
                .query((row, at) -> stored(row))
                .optional();
    }

    /** Numbers of the receipts that answer a message. */
    List<Long> receipts(long position) {
        return db.sql("select number from receipt where source = :position order by number")
                .param("position", position)
                .query((row, at) -> row.getLong("number"))
                .list();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getString("message_id"),
                row.getLong("position"),
                HexFormat.of().formatHex(row.getBytes("digest")),
                row.getObject("received_at", OffsetDateTime.class)
                        .atZoneSameInstant(PortTime.ZONE)
                        .toOffsetDateTime(),
                row.getString("message_type"),
                row.getBoolean("enveloped"),
                row.getBoolean("sealed"),
                row.getString("verdict"),
                row.getString("findings"));
    }
}
