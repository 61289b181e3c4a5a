package io.kouan.platform.exchange;

import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts receipts out for fetching, in the caller's transaction. Only the intake calls it, one transaction after the other, so
 * numbers become visible in their order and a reader's cursor never passes one that comes later.
 */
@Component
public class Outbox {

    private static final String NEXT_NUMBER = "select coalesce(max(number), 0) from receipt";
    private static final String INSERT = """
            insert into receipt (number, dxp_id, enterprise_id, source, receipt_type, statuses, records, created_at, body)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcTemplate database;

    Outbox(JdbcTemplate database) {
        this.database = database;
    }

    /** Stores the receipts in this order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(List<OutgoingReceipt> receipts) {
        if (receipts.isEmpty()) {
            return;
        }
        Long last = database.queryForObject(NEXT_NUMBER, Long.class);
        long[] number = {last == null ? 0 : last};
        database.batchUpdate(INSERT, receipts, receipts.size(), (statement, receipt) -> {
            statement.setLong(1, ++number[0]);
            statement.setString(2, receipt.dxpId());
            statement.setLong(3, receipt.enterpriseId());
            statement.setLong(4, receipt.source());
            statement.setString(5, receipt.type());
            statement.setString(6, receipt.statuses());
            statement.setInt(7, receipt.records());
            statement.setTimestamp(8, Timestamp.from(receipt.createdAt()));
            statement.setBytes(9, receipt.body().array());
        });
    }
}
