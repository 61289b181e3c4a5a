package io.kouan.platform.audit;

/** What came of checking the chain of the audit log (AUD-03). */
public sealed interface ChainCheck {

    /** Every entry is as it was written, and none is missing. */
    record Whole(long entries) implements ChainCheck {}

    /**
     * The first broken link.
     *
     * @param number of the entry that does not fit
     * @param why in which way
     */
    record Broken(long number, Why why) implements ChainCheck {}

    /** In which way an entry does not fit. */
    enum Why {
        /** the numbers have a gap before it */
        MISSING,
        /** its hash does not come from its content and the hash before */
        HASH,
        /** what it is found by does not say what its content says */
        COLUMNS,
        /** the log ends with another entry than the last one written */
        END
    }
}
