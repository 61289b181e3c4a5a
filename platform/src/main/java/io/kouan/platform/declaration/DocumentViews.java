package io.kouan.platform.declaration;

import io.kouan.ceb.catalogue.Catalogue;
import io.kouan.ceb.message.Bytes;
import io.kouan.platform.accounts.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Documents (单证) and their states for looking at; every question touches a bounded number of rows. */
@Repository
public class DocumentViews {

    /** Most documents looked at when searching by state. */
    private static final int DEPTH = 20_000;

    /** Taken in and released: so many that walking the journal finds them. */
    private static final Set<Integer> DENSE = Set.of(120, 800);

    private static final String COLUMNS =
            "id, position, index, enterprise_id, message_type, guid, unique_key, order_no,"
                    + " status, waiting_for, return_info, updated_at";

    private final JdbcClient db;

    DocumentViews(JdbcClient db) {
        this.db = db;
    }

    /** How many documents are in a state. */
    public record StateCount(int status, long documents) {}

    /** How many documents of a type are in each state. */
    public record TypeTally(String messageType, List<StateCount> states) {}

    /** States of the documents of several messages, by position. */
    public Map<Long, List<StateCount>> states(Collection<Long> positions) {
        var states = new TreeMap<Long, List<StateCount>>();
        db.sql("""
                select position, status, count(*) as documents
                  from document where position = any(:positions) group by position, status order by position, status
                """).param("positions", positions.toArray(Long[]::new)).query(row -> {
            states.computeIfAbsent(row.getLong("position"), position -> new ArrayList<>())
                    .add(new StateCount(row.getInt("status"), row.getLong("documents")));
        });
        return states;
    }

    /** The documents of a message in their order, at most the first hundred. */
    public List<DocumentSummary> ofMessage(long position) {
        return db.sql("select " + COLUMNS + " from document where position = :position order by index limit 100")
                .param("position", position)
                .query((row, number) -> summary(row))
                .list();
    }

    /**
     * Messages that hold a document in a state, newest first.
     *
     * @param searchedTo set where the search stopped before there were enough: what is older was not looked at
     */
    public record InState(List<Long> positions, OptionalLong searchedTo) {

        public InState {
            positions = List.copyOf(positions);
        }
    }

    /**
     * Positions of messages that hold a document in a state.
     *
     * @param status the state, or anything below 0 for all failures, whatever their number
     * @param from first position looked at
     * @param under first position no longer looked at
     */
    public InState positionsInState(
            Scope scope, Optional<String> messageType, int status, long from, long under, int most) {
        return inState(scope, messageType, status, from, under, most, true);
    }

    /** The same the other way: the oldest such messages from a position on, oldest first. */
    public InState positionsInStateFrom(
            Scope scope, Optional<String> messageType, int status, long from, long under, int most) {
        return inState(scope, messageType, status, from, under, most, false);
    }

    private InState inState(
            Scope scope,
            Optional<String> messageType,
            int status,
            long from,
            long under,
            int most,
            boolean newestFirst) {
        var order = newestFirst ? " order by position desc" : " order by position";
        var looked = " from document where position >= :from and position < :under"
                + (scope.enterprise().isPresent() ? " and enterprise_id = :enterprise" : "")
                + indexed(status)
                + order;
        var sql = "select distinct position from (select position, status, message_type" + looked + " limit " + DEPTH
                + ") d where " + (status < 0 ? "status < 0" : "status = :status")
                + (messageType.isPresent() ? " and message_type = :type" : "")
                + order + " limit :most";
        var found = asked(sql, scope, messageType, status, from, under, most);
        if (found.size() == most) {
            return new InState(found, OptionalLong.empty());
        }
        var stop = asked(
                "select position" + looked + " offset " + (DEPTH - 1) + " limit 1",
                scope,
                messageType,
                status,
                from,
                under,
                most);
        return new InState(found, stop.isEmpty() ? OptionalLong.empty() : OptionalLong.of(stop.getFirst()));
    }

    /** What an index finds by itself (V044), so that only those count that are looked at. */
    private static String indexed(int status) {
        if (status < 0) {
            return " and status < 0";
        }
        return DENSE.contains(status) ? "" : " and status = :status and status > 0 and status not in (120, 800)";
    }

    private List<Long> asked(
            String sql, Scope scope, Optional<String> messageType, int status, long from, long under, int most) {
        return db.sql(sql)
                .param("from", from)
                .param("under", under)
                .param("enterprise", scope.enterprise().orElse(0))
                .param("status", status)
                .param("type", messageType.orElse(""))
                .param("most", most)
                .query((row, number) -> row.getLong("position"))
                .list();
    }

    /** Positions of messages within the scope that hold a document of an order. */
    public List<Long> positionsOfOrder(Scope scope, String orderNo) {
        return db.sql("select distinct position from document where order_no = :orderNo and enterprise_id "
                        + (scope.enterprise().isPresent() ? "= :enterprise" : "is not null")
                        + " order by position desc limit 200")
                .param("orderNo", orderNo)
                .param("enterprise", scope.enterprise().orElse(0))
                .query((row, number) -> row.getLong("position"))
                .list();
    }

    /**
     * The newest documents of an order with their fields, whoever sent them: whoever asks decides which may be seen.
     *
     * @param most most documents; an order number may have been used by many
     */
    public List<OrderDocument> ofOrder(String orderNo, int most) {
        return db.sql("select " + COLUMNS + ", alive, received_at, content from document"
                        + " where order_no = :orderNo order by id desc limit :most")
                .param("orderNo", orderNo)
                .param("most", most)
                .query((row, number) -> new OrderDocument(
                        summary(row),
                        DocumentCodec.read(
                                Catalogue.standard().type(row.getString("message_type")),
                                Bytes.of(row.getBytes("content"))),
                        row.getBoolean("alive"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** How the documents within the scope are doing, from the counters that the intake keeps. */
    public List<TypeTally> tally(Scope scope) {
        var tally = new TreeMap<String, List<StateCount>>();
        db.sql("""
                select message_type, status, sum(documents) as documents from document_tally
                 where enterprise_id %s
                 group by message_type, status having sum(documents) > 0 order by message_type, status
                """.formatted(scope.enterprise().isPresent() ? "= :enterprise" : "is not null"))
                .param("enterprise", scope.enterprise().orElse(0))
                .query(row -> {
                    tally.computeIfAbsent(row.getString("message_type"), type -> new ArrayList<>())
                            .add(new StateCount(row.getInt("status"), row.getLong("documents")));
                });
        return tally.entrySet().stream()
                .map(entry -> new TypeTally(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    /** How far the intake has come in the journal. */
    public long intakePosition() {
        return db.sql("select coalesce(max(position), 0) as position from intake_cursor")
                .query((row, number) -> row.getLong("position"))
                .single();
    }

    private static DocumentSummary summary(ResultSet row) throws SQLException {
        return new DocumentSummary(
                row.getLong("id"),
                row.getLong("position"),
                row.getInt("index"),
                row.getLong("enterprise_id"),
                row.getString("message_type"),
                row.getString("guid"),
                row.getString("unique_key"),
                row.getString("order_no"),
                row.getInt("status"),
                row.getString("waiting_for"),
                row.getString("return_info"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
