package io.kouan.platform.exchange;

import io.kouan.platform.exchange.Receipts.Receipt;
import io.kouan.platform.port.PortTime;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came through test channels (联调报文), and their receipts. */
@Repository
public class Trials {

    private final JdbcClient db;

    Trials(JdbcClient db) {
        this.db = db;
    }

    /** The newest messages of a channel since a time, newest first. */
    public List<TrialMessage> newest(String dxpId, Instant since, int most) {
        return db.sql("""
                select m.*, (select count(*) from trial_receipt r where r.source = m.position) as receipts
                  from trial_message m where m.dxp_id = :dxpId and m.received_at >= :since
                 order by m.position desc limit :most
                """)
                .param("dxpId", dxpId)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, number) -> message(row))
                .list();
    }

    /**
     * What has been shown on a channel since a time: of each answer that it got the first message, oldest first. However many came, these
     * are few, and nothing shown is ever lost among them.
     */
    public List<TrialMessage> shown(String dxpId, Instant since) {
        return db.sql("""
                select * from (
                    select distinct on (m.outcome, m.findings -> 0 ->> 'code', m.message_type = 'Unknown', m.receipts > 0) m.*
                      from (select t.*, (select count(*) from trial_receipt r where r.source = t.position) as receipts
                              from trial_message t where t.dxp_id = :dxpId and t.received_at >= :since) m
                     order by m.outcome, m.findings -> 0 ->> 'code', m.message_type = 'Unknown', m.receipts > 0, m.position) first
                 order by position
                """)
                .param("dxpId", dxpId)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> message(row))
                .list();
    }

    /** The receipts behind a number. */
    List<Receipt> receipts(String dxpId, long after, int limit) {
        return db.sql("""
                select r.*, m.message_id from trial_receipt r join trial_message m on m.position = r.source
                 where r.dxp_id = :dxpId and r.number > :after order by r.number limit :limit
                """)
                .param("dxpId", dxpId)
                .param("after", after)
                .param("limit", limit)
                .query((row, at) -> new Receipt(
                        row.getLong("number"),
                        row.getString("receipt_type"),
                        row.getLong("source"),
                        row.getString("message_id"),
                        row.getString("statuses"),
                        row.getInt("records"),
                        time(row, "created_at"),
                        new String(row.getBytes("body"), StandardCharsets.UTF_8)))
                .list();
    }

    /** The accepted message with this id; where there is none, the newest other one. */
    Optional<Messages.Stored> find(String dxpId, String messageId) {
        return db.sql("""
                select * from trial_message where dxp_id = :dxpId and message_id = :id
                 order by outcome = 'ACCEPTED' desc, position desc limit 1
                """)
                .param("dxpId", dxpId)
                .param("id", messageId)
                .query((row, at) -> new Messages.Stored(
                        row.getString("message_id"),
                        row.getLong("position"),
                        java.util.HexFormat.of().formatHex(row.getBytes("digest")),
                        time(row, "received_at"),
                        row.getString("message_type"),
                        row.getBoolean("enveloped"),
                        row.getBoolean("sealed"),
                        row.getString("outcome").equals("ACCEPTED") ? "ACCEPTED" : "REFUSED",
                        Optional.ofNullable(row.getString("findings")).orElse("[]")))
                .optional();
    }

    /** Numbers of the receipts that answer a message. */
    List<Long> receiptsTo(long position) {
        return db.sql("select number from trial_receipt where source = :position order by number")
                .param("position", position)
                .query((row, at) -> row.getLong("number"))
                .list();
    }

    private static OffsetDateTime time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .atZoneSameInstant(PortTime.ZONE)
                .toOffsetDateTime();
    }

    private static TrialMessage message(ResultSet row) throws SQLException {
        return new TrialMessage(
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("message_id"),
                row.getString("message_type"),
                TrialMessage.Outcome.valueOf(row.getString("outcome")),
                Optional.ofNullable(row.getString("findings"))
                        .map(FindingsJson::read)
                        .orElse(List.of()),
                row.getInt("receipts"));
    }
}
