package io.kouan.platform.declaration;

import io.kouan.ceb.catalogue.Catalogue;
import io.kouan.ceb.message.Bytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Loads and stores documents in sets; never one query per document. */
@Component
class DocumentStore {

    private static final String COLUMNS = """
            id, position, index, enterprise_id, dxp_id, message_type, guid, unique_key, order_no, ebp_code, ebc_code,
            logistics_code, logistics_no, cop_code, cop_no, pre_no, invt_no, app_time, status, alive, waiting_for, return_info,
            received_at, updated_at, content
            """;
    /** Live documents that share a key, an order, a waybill or an internal number with the batch. */
    private static final String TOUCHED = "select " + COLUMNS + " from document where alive and id in (" + """
                     select id from document where alive and order_no = any (?) and order_no <> ''
                     union
                     select d.id from document d join unnest(?, ?) as k (type, key) on d.message_type = k.type and d.unique_key = k.key where d.alive
                     union
                     select d.id from document d join unnest(?, ?) as w (code, no) on d.logistics_code = w.code and d.logistics_no = w.no and d.logistics_no <> '' where d.alive
                     union
                     select d.id from document d join unnest(?, ?) as c (code, no) on d.cop_code = c.code and d.cop_no = c.no and d.cop_no <> '' where d.alive)
                     order by id
                    """;

    /** The last document of each sender and type that gave one of these keys back. */
    private static final String GONE = "select distinct on (enterprise_id, message_type, unique_key) " + COLUMNS
            + " from document where not alive and status > 0"
            + " and (message_type, unique_key) in (select * from unnest(?, ?))"
            + " order by enterprise_id, message_type, unique_key, id desc";

    /** The documents that belong to inventories: by their orders, and by their waybills. */
    private static final String COMPANIONS = "select " + COLUMNS + " from document where alive and id in (" + """
                     select id from document where alive and order_no = any (?) and order_no <> ''
                     union
                     select d.id from document d join unnest(?, ?) as w (code, no) on d.logistics_code = w.code and d.logistics_no = w.no and d.logistics_no <> '' where d.alive)
                     order by id
                    """;

    private static final String OVERDUE = "select " + COLUMNS
            + " from document where waiting_for <> '' and alive and received_at < ? order by received_at limit ?";
    private static final String INSERT = "insert into document (" + COLUMNS
            + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE =
            "update document set status = ?, alive = ?, waiting_for = ?, return_info = ?, invt_no = ?, updated_at = ? where id = ?";
    private static final String TALLY = """
            insert into document_tally as t (enterprise_id, message_type, status, documents) values (?, ?, ?, ?)
            on conflict on constraint pk_document_tally do update set documents = t.documents + excluded.documents
            """;

    private final JdbcTemplate database;

    DocumentStore(JdbcTemplate database) {
        this.database = database;
    }

    /** Everything live that these new documents can touch. */
    Ledger touched(Collection<Held> fresh) {
        var keys = fresh.stream().map(Held::keys).toList();
        var found = database.query(
                TOUCHED,
                statement -> {
                    texts(
                            statement,
                            1,
                            keys.stream().map(Held.Keys::orderNo).distinct().toArray());
                    texts(
                            statement,
                            2,
                            fresh.stream().map(held -> held.type().id()).toArray());
                    texts(statement, 3, fresh.stream().map(Held::key).toArray());
                    texts(
                            statement,
                            4,
                            keys.stream().map(Held.Keys::logisticsCode).toArray());
                    texts(
                            statement,
                            5,
                            keys.stream().map(Held.Keys::logisticsNo).toArray());
                    texts(statement, 6, keys.stream().map(Held.Keys::copCode).toArray());
                    texts(statement, 7, keys.stream().map(Held.Keys::copNo).toArray());
                },
                (row, number) -> held(row));
        var all = new ArrayList<>(withCompanions(found, keys));
        all.addAll(gone(fresh));
        return new Ledger(all);
    }

    private List<Held> gone(Collection<Held> fresh) {
        return database.query(
                GONE,
                statement -> {
                    texts(
                            statement,
                            1,
                            fresh.stream().map(held -> held.type().id()).toArray());
                    texts(statement, 2, fresh.stream().map(Held::key).toArray());
                },
                (row, number) -> held(row));
    }

    /** An inventory that waits was found by its order or by its waybill; what it waits for may be found by the other only. */
    private List<Held> withCompanions(List<Held> found, List<Held.Keys> asked) {
        var waiting = found.stream()
                .filter(held -> held.is("CEB621") && !held.waitingFor().isEmpty())
                .map(Held::keys)
                .toList();
        var orders = new HashSet<>(waiting.stream().map(Held.Keys::orderNo).toList());
        asked.stream().map(Held.Keys::orderNo).toList().forEach(orders::remove);
        var askedWaybills = asked.stream().map(Held.Keys::waybill).collect(Collectors.toSet());
        var waybills = waiting.stream()
                .filter(keys -> !askedWaybills.contains(keys.waybill()))
                .toList();
        if (orders.isEmpty() && waybills.isEmpty()) {
            return found;
        }
        var all = new ArrayList<>(found);
        all.addAll(database.query(
                COMPANIONS,
                statement -> {
                    texts(statement, 1, orders.toArray());
                    texts(
                            statement,
                            2,
                            waybills.stream().map(Held.Keys::logisticsCode).toArray());
                    texts(
                            statement,
                            3,
                            waybills.stream().map(Held.Keys::logisticsNo).toArray());
                },
                (row, number) -> held(row)));
        return all;
    }

    /** Inventories that have waited since before that time. */
    List<Held> overdue(Instant before, int most) {
        return database.query(OVERDUE, (row, number) -> held(row), Timestamp.from(before), most);
    }

    /** Writes what changed: old versions first, so that a new one finds the key free. */
    void save(Ledger ledger) {
        var updated = ledger.updated();
        database.batchUpdate(UPDATE, updated, Math.max(1, updated.size()), (statement, held) -> {
            statement.setInt(1, held.status());
            statement.setBoolean(2, held.alive());
            statement.setString(3, held.waitingFor());
            statement.setString(4, held.returnInfo());
            statement.setString(5, held.invtNo());
            statement.setTimestamp(6, Timestamp.from(held.updatedAt()));
            statement.setLong(7, held.id());
        });
        var created = ledger.created();
        database.batchUpdate(INSERT, created, Math.max(1, created.size()), DocumentStore::bind);
        tally(ledger);
    }

    private void tally(Ledger ledger) {
        record Cell(long enterprise, String type, int status) {}
        Map<Cell, Long> counts = new HashMap<>();
        for (Held held : ledger.created()) {
            counts.merge(new Cell(held.enterpriseId(), held.type().id(), held.status()), 1L, Long::sum);
        }
        for (Held held : ledger.updated()) {
            var before = ledger.before(held);
            if (before.status() != held.status()) {
                counts.merge(new Cell(held.enterpriseId(), held.type().id(), held.status()), 1L, Long::sum);
                counts.merge(new Cell(held.enterpriseId(), held.type().id(), before.status()), -1L, Long::sum);
            }
        }
        var rows = counts.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .toList();
        database.batchUpdate(TALLY, rows, Math.max(1, rows.size()), (statement, row) -> {
            statement.setLong(1, row.getKey().enterprise());
            statement.setString(2, row.getKey().type());
            statement.setInt(3, row.getKey().status());
            statement.setLong(4, row.getValue());
        });
    }

    private static void bind(PreparedStatement statement, Held held) throws SQLException {
        var keys = held.keys();
        statement.setLong(1, held.id());
        statement.setLong(2, held.position());
        statement.setInt(3, held.index());
        statement.setLong(4, held.enterpriseId());
        statement.setString(5, held.dxpId());
        statement.setString(6, held.type().id());
        statement.setString(7, held.guid());
        statement.setString(8, held.key());
        statement.setString(9, keys.orderNo());
        statement.setString(10, keys.ebpCode());
        statement.setString(11, keys.ebcCode());
        statement.setString(12, keys.logisticsCode());
        statement.setString(13, keys.logisticsNo());
        statement.setString(14, keys.copCode());
        statement.setString(15, keys.copNo());
        statement.setString(16, held.preNo());
        statement.setString(17, held.invtNo());
        statement.setString(18, held.appTime());
        statement.setInt(19, held.status());
        statement.setBoolean(20, held.alive());
        statement.setString(21, held.waitingFor());
        statement.setString(22, held.returnInfo());
        statement.setTimestamp(23, Timestamp.from(held.receivedAt()));
        statement.setTimestamp(24, Timestamp.from(held.updatedAt()));
        statement.setBytes(25, held.content().bytes().array());
    }

    private static void texts(PreparedStatement statement, int index, Object[] values) throws SQLException {
        Connection connection = statement.getConnection();
        statement.setArray(index, connection.createArrayOf("text", values));
    }

    static Held held(ResultSet row) throws SQLException {
        var type = Catalogue.standard().type(row.getString("message_type"));
        return new Held(
                row.getLong("id"),
                row.getLong("position"),
                row.getInt("index"),
                row.getLong("enterprise_id"),
                row.getString("dxp_id"),
                type,
                row.getString("guid"),
                row.getString("unique_key"),
                new Held.Keys(
                        row.getString("order_no"),
                        row.getString("ebp_code"),
                        row.getString("ebc_code"),
                        row.getString("logistics_code"),
                        row.getString("logistics_no"),
                        row.getString("cop_code"),
                        row.getString("cop_no")),
                row.getString("pre_no"),
                row.getString("invt_no"),
                row.getString("app_time"),
                row.getInt("status"),
                row.getBoolean("alive"),
                row.getString("waiting_for"),
                row.getString("return_info"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                Content.stored(type, Bytes.of(row.getBytes("content"))));
    }
}
