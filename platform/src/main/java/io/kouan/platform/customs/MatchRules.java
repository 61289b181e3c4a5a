package io.kouan.platform.customs;

/**
 * What this port asks of three documents that have to match (三单比对), where the rules leave it open.
 *
 * @param sourceReceipt when order, payment and waybill are told 120
 * @param payerMayDiffer whether somebody other than the buyer may pay, because a state-authorised body verifies the buyers
 * @param freight what a freight that differs leads to
 */
public record MatchRules(SourceReceipt sourceReceipt, boolean payerMayDiffer, Freight freight) {

    /** Nothing is forgiven, and sources are taken in when they come. */
    public static final MatchRules STRICT = new MatchRules(SourceReceipt.ON_ARRIVAL, false, Freight.RETURN);

    /** When an order, a payment and a waybill are told 120. */
    public enum SourceReceipt {
        ON_ARRIVAL,
        ON_MATCH
    }

    /** What a freight that differs leads to. */
    public enum Freight {
        /** the inventory is returned */
        RETURN,
        /** the inventory goes on, and its receipt says what differs */
        WARN
    }

    /** Whether the inventory goes back for it; otherwise it is only told. */
    public boolean returns(Mismatch mismatch) {
        return freight == Freight.RETURN || mismatch.finding().code() != CustomsCode.FREIGHT_DIFFERS;
    }
}
