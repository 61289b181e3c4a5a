package io.kouan.platform.exchange;

import io.kouan.platform.database.BinaryCopy;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Puts receipts out for fetching, in the caller's transaction. Only the intake calls it, one transaction after the other, so
 * numbers become visible in their order and a reader's cursor never passes one that comes later. After the commit those who
 * wait for these receipts are woken.
 */
@Component
public class Outbox {

    private static final String NEXT_NUMBER = "select coalesce(max(number), 0) from receipt";
    private static final String COLUMNS =
            "receipt (number, dxp_id, enterprise_id, source, receipt_type, statuses, records," + " created_at, body)";

    private final JdbcTemplate database;
    private final RecipientBells recipients;

    Outbox(JdbcTemplate database, RecipientBells recipients) {
        this.database = database;
        this.recipients = recipients;
    }

    /** Stores the receipts in this order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(List<OutgoingReceipt> receipts) {
        if (receipts.isEmpty()) {
            return;
        }
        Long last = database.queryForObject(NEXT_NUMBER, Long.class);
        var rows = rows(receipts, last == null ? 0 : last);
        database.execute((ConnectionCallback<Boolean>) connection -> {
            rows.into(connection, COLUMNS);
            return true;
        });
        var woken = receipts.stream().map(OutgoingReceipt::dxpId).collect(Collectors.toSet());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                woken.forEach(recipients::ring);
            }
        });
    }

    private static BinaryCopy rows(List<OutgoingReceipt> receipts, long last) {
        var rows = new BinaryCopy(9);
        long number = last;
        for (OutgoingReceipt receipt : receipts) {
            rows.row()
                    .int8(++number)
                    .text(receipt.dxpId())
                    .int8(receipt.enterpriseId())
                    .int8(receipt.source())
                    .text(receipt.type())
                    .text(receipt.statuses())
                    .int4(receipt.records())
                    .time(receipt.createdAt())
                    .bytes(receipt.body().array());
        }
        return rows;
    }
}
