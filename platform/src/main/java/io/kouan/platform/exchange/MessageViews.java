package io.kouan.platform.exchange;

import io.kouan.ceb.message.Bytes;
import io.kouan.platform.accounts.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The journal for looking at. Lists go by position, never by counting or skipping, and look at a bounded number of rows,
 * so that they stay as fast with a hundred million messages as with a hundred.
 */
@Repository
public class MessageViews {

    /** Most messages looked at for one slice. */
    private static final int DEPTH = 20_000;

    /** Types that are dense in every journal; all others have an index of their own (V044). */
    private static final Set<String> DENSE = Set.of("CEB311", "CEB411", "CEB511", "CEB621");

    private static final String RARE =
            " and message_type = :type and message_type not in ('CEB311', 'CEB411', 'CEB511', 'CEB621')";

    private static final String COLUMNS = "position, enterprise_id, dxp_id, message_id, message_type, documents,"
            + " enveloped, verdict, received_at, octet_length(body) as size";

    private final JdbcClient db;
    private final JournalTime time;

    MessageViews(JdbcClient db, JournalTime time) {
        this.db = db;
        this.time = time;
    }

    /**
     * Where in the journal a period lies.
     *
     * @param from first position
     * @param under first position that no longer belongs to it
     */
    public record Range(long from, long under) {}

    /** Outside of it nothing fits; what lies in it is to be looked at exactly. */
    public Range range(MessageFilter filter, long below) {
        return new Range(
                filter.from().map(time::lastBefore).orElse(0L),
                filter.until()
                        .map(until -> Math.min(below, time.firstAfter(until)))
                        .orElse(below));
    }

    /** The newest messages below a position that fit. */
    public MessageSlice older(Scope scope, MessageFilter filter, long below, int most) {
        var range = range(filter, below);
        long under = range.under();
        long least = range.from();
        var found = search(scope, filter, least, under, true, most + 1);
        boolean more = found.size() > most;
        var stop = more || !filter.mayBeRare() ? OptionalLong.empty() : stop(scope, filter, least, under);
        return new MessageSlice(more ? found.subList(0, most) : found, more || stop.isPresent(), stop);
    }

    /** The oldest messages above a position that fit, newest first all the same: the way back. */
    public MessageSlice newer(Scope scope, MessageFilter filter, long above, int most) {
        long under = filter.until().map(time::firstAfter).orElse(Long.MAX_VALUE);
        var found = search(scope, filter, above + 1, under, false, most + 1);
        boolean more = found.size() > most;
        return new MessageSlice((more ? found.subList(0, most) : found).reversed(), more, OptionalLong.empty());
    }

    /** Those of the given positions that fit, newest first. */
    public List<MessageSummary> at(Scope scope, MessageFilter filter, Collection<Long> positions) {
        var sql = new StringBuilder("select " + COLUMNS + " from message where position = any(:positions)");
        limit(sql, scope, filter);
        return bind(sql.append(" order by position desc"), scope, filter)
                .param("positions", positions.toArray(Long[]::new))
                .query((row, number) -> summary(row))
                .list();
    }

    /** Positions of the messages with this id: one accepted, any number of refused ones. */
    public List<Long> positionsOf(Scope scope, Collection<String> dxpIds, String messageId) {
        return db.sql("""
                select position from message
                 where verdict = 'ACCEPTED' and dxp_id = any(:dxpIds) and message_id = :id and enterprise_id %1$s
                union all
                (select position from message
                 where verdict = 'REFUSED' and dxp_id = any(:dxpIds) and message_id = :id and enterprise_id %1$s
                 order by position desc limit 50)
                """.formatted(scope.enterprise().isPresent() ? "= :enterprise" : "is not null"))
                .param("dxpIds", dxpIds.toArray(String[]::new))
                .param("id", messageId)
                .param("enterprise", scope.enterprise().orElse(0))
                .query((row, number) -> row.getLong("position"))
                .list();
    }

    /** Everything about one message; empty where there is none, or it is another enterprise's. */
    public Optional<MessageDetail> find(Scope scope, long position) {
        var sql = new StringBuilder("select " + COLUMNS + ", findings, certificate, digest, body,"
                + " (select octet_length(s.body) from sealed_message s where s.position = message.position) as sealed"
                + " from message where position = :position");
        limit(sql, scope, MessageFilter.NONE);
        return bind(sql, scope, MessageFilter.NONE)
                .param("position", position)
                .query((row, number) -> new MessageDetail(
                        summary(row),
                        Optional.ofNullable(row.getString("findings")),
                        Optional.ofNullable(row.getString("certificate")),
                        Bytes.of(row.getBytes("digest")),
                        Bytes.of(row.getBytes("body")),
                        sealedSize(row)))
                .optional();
    }

    private static OptionalLong sealedSize(ResultSet row) throws SQLException {
        long size = row.getLong("sealed");
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(size);
    }

    /** The seal that a message came in, byte for byte (数字信封); empty where there was none, or the message is another's. */
    public Optional<Bytes> sealed(Scope scope, long position) {
        var sql =
                "select s.body from sealed_message s join message m on m.position = s.position where s.position = :position"
                        + (scope.enterprise().isPresent() ? " and m.enterprise_id = :enterprise" : "");
        return db.sql(sql)
                .param("position", position)
                .param("enterprise", scope.enterprise().orElse(0))
                .query((row, number) -> Bytes.of(row.getBytes("body")))
                .optional();
    }

    private List<MessageSummary> search(
            Scope scope, MessageFilter filter, long from, long under, boolean newestFirst, int most) {
        var order = newestFirst ? " order by position desc" : " order by position";
        var sql = new StringBuilder("select " + COLUMNS + " from (select * from message"
                + " where position >= :from and position < :under");
        sql.append(looked(scope, filter))
                .append(order)
                .append(" limit ")
                .append(DEPTH)
                .append(") m where true");
        limit(sql, scope, filter);
        return bind(sql.append(order).append(" limit :most"), scope, filter)
                .param("from", from)
                .param("under", under)
                .param("most", most)
                .query((row, number) -> summary(row))
                .list();
    }

    /** What an index finds by itself, so that only those count that are looked at. */
    private static String looked(Scope scope, MessageFilter filter) {
        return (scope.enterprise().isPresent() ? " and enterprise_id = :enterprise" : "")
                + (filter.onlyRefused() ? " and verdict = 'REFUSED'" : "")
                + (filter.messageType().filter(type -> !DENSE.contains(type)).isPresent() ? RARE : "");
    }

    /** Where the search for rare messages stopped, if it did. */
    private OptionalLong stop(Scope scope, MessageFilter filter, long from, long under) {
        var sql = "select position from message where position >= :from and position < :under"
                + looked(scope, filter)
                + " order by position desc offset " + (DEPTH - 1) + " limit 1";
        var found = db.sql(sql)
                .param("from", from)
                .param("under", under)
                .param("enterprise", scope.enterprise().orElse(0))
                .param("type", filter.messageType().orElse(""))
                .query((row, number) -> row.getLong("position"))
                .list();
        return found.isEmpty() || found.getFirst() <= from ? OptionalLong.empty() : OptionalLong.of(found.getFirst());
    }

    private static void limit(StringBuilder sql, Scope scope, MessageFilter filter) {
        if (scope.enterprise().isPresent()) {
            sql.append(" and enterprise_id = :enterprise");
        }
        filter.messageType().ifPresent(type -> sql.append(" and message_type = :type"));
        filter.accepted().ifPresent(accepted -> sql.append(" and verdict = :verdict"));
        filter.from().ifPresent(from -> sql.append(" and received_at >= :receivedFrom"));
        filter.until().ifPresent(until -> sql.append(" and received_at < :receivedUntil"));
    }

    private JdbcClient.StatementSpec bind(StringBuilder sql, Scope scope, MessageFilter filter) {
        return db.sql(sql.toString())
                .param("enterprise", scope.enterprise().orElse(0))
                .param("type", filter.messageType().orElse(""))
                .param("verdict", filter.accepted().orElse(true) ? "ACCEPTED" : "REFUSED")
                .param("receivedFrom", filter.from().map(JournalTime::utc).orElse(OffsetDateTime.MIN))
                .param("receivedUntil", filter.until().map(JournalTime::utc).orElse(OffsetDateTime.MAX));
    }

    private static MessageSummary summary(ResultSet row) throws SQLException {
        return new MessageSummary(
                row.getLong("position"),
                row.getLong("enterprise_id"),
                row.getString("dxp_id"),
                row.getString("message_id"),
                row.getString("message_type"),
                row.getInt("documents"),
                row.getBoolean("enveloped"),
                "ACCEPTED".equals(row.getString("verdict")),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getLong("size"));
    }
}
