package io.kouan.bench.load;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The four documents of a chain, and how their receipts name them. */
enum Kind {
    ORDER("CEB312", "<orderNo>"),
    PAYMENT("CEB412", "<payTransactionId>"),
    WAYBILL("CEB512", "<logisticsNo>"),
    INVENTORY("CEB622", "<copNo>");

    private static final List<String> MATCHED = List.of("2", "120");
    private static final List<String> RELEASED = List.of("2", "120", "800");

    private final String receipt;
    private final String keyTag;

    Kind(String receipt, String keyTag) {
        this.receipt = receipt;
        this.keyTag = keyTag;
    }

    static Optional<Kind> ofReceipt(String receipt) {
        return Arrays.stream(values())
                .filter(kind -> kind.receipt.equals(receipt))
                .findFirst();
    }

    /** What stands before the document's key in a receipt. */
    String keyTag() {
        return keyTag;
    }

    /** Statuses that a good document gets, in the order in which they have to come. */
    List<String> road() {
        return this == INVENTORY ? RELEASED : MATCHED;
    }
}
