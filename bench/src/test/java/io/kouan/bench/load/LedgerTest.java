package io.kouan.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final long FIRST = 100;

    private final Ledger ledger = new Ledger(FIRST, 2, 10);

    @Test
    void aChainCountsWhenItsInventorysFinalReceiptIsInHand() {
        ledger.sent(List.of(FIRST, FIRST + 1), 1_000);
        ledger.sent(List.of(FIRST), 2_000_000);
        for (var status : List.of("2", "120")) {
            for (var kind : Kind.values()) {
                ledger.receipt(kind, FIRST, status, 5_000_000);
            }
        }
        assertThat(ledger.judged()).isZero();

        ledger.receipt(Kind.INVENTORY, FIRST, "800", 12_000_000);

        assertThat(ledger.judged()).isEqualTo(1);
        assertThat(ledger.complaints()).isEmpty();
        assertThat(ledger.isComplete()).isFalse();
        assertThat(ledger.missing()).isEqualTo(9);
        assertThat(ledger.latencies().percentiles().max()).isEqualTo(10.0);
    }

    @Test
    void everyReceiptMustBeTheNextOneOnItsRoad() {
        ledger.receipt(Kind.ORDER, FIRST, "120", 1);
        ledger.receipt(Kind.PAYMENT, FIRST, "2", 1);
        ledger.receipt(Kind.PAYMENT, FIRST, "100", 1);
        ledger.receipt(Kind.WAYBILL, FIRST + 2, "2", 1);
        ledger.receipt(Kind.INVENTORY, FIRST - 1, "2", 1);

        assertThat(ledger.complaints()).hasSize(4);
    }

    @Test
    void aReceiptThatComesTwiceIsAComplaint() {
        ledger.receipt(Kind.ORDER, FIRST, "2", 1);
        ledger.receipt(Kind.ORDER, FIRST, "2", 1);

        assertThat(ledger.complaints()).singleElement().asString().contains("ORDER", "status 2");
    }

    @Test
    void findsEveryRecordOfAReceiptWithItsChain() {
        var found = new ArrayList<String>();
        var body = "<CEB622Message><InventoryReturn><copNo>SBXZ9N100</copNo><preNo>B1</preNo><returnStatus>2"
                + "</returnStatus></InventoryReturn><InventoryReturn><copNo>SBXZ9N101</copNo><returnStatus>-621004"
                + "</returnStatus></InventoryReturn></CEB622Message>";

        assertThat(RecordScan.scan(Kind.INVENTORY, body, (chain, status) -> found.add(chain + " " + status)))
                .isEqualTo(2);
        assertThat(found).containsExactly("100 2", "101 -621004");
        assertThat(RecordScan.scan(Kind.ORDER, body, (chain, status) -> found.add("?")))
                .isZero();
    }
}
