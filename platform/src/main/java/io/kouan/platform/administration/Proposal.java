package io.kouan.platform.administration;

import java.time.Instant;
import java.util.Optional;

/**
 * A change that was proposed.
 *
 * @param decidedBy empty while it waits
 */
record Proposal(
        long id,
        Change change,
        State state,
        String proposedBy,
        String proposedName,
        Instant proposedAt,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt) {

    /** How far it is. */
    enum State {
        /** 待复核 */
        PROPOSED,
        /** 已生效 */
        IN_EFFECT,
        /** 已驳回 */
        REJECTED
    }
}
