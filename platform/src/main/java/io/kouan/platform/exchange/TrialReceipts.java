package io.kouan.platform.exchange;

import java.util.List;

/** Makes the receipts (回执) that answer a message of a test channel; contributed by the room that knows receipts. */
public interface TrialReceipts {

    /** The receipts to an accepted message. They say what they are: nothing was declared. */
    List<OutgoingReceipt> of(JournalEntry message);
}
