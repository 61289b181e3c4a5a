package io.kouan.platform.localfiling;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What the enterprise gets (本地备案批复).
 *
 * @param ticket the original one
 * @param releasedBy another agent than the one who prepared it; empty before
 * @param shownAt when the initial passwords were shown; they are shown once
 */
record Issuance(
        long ticket,
        long enterprise,
        String dxpId,
        String customsAccount,
        String inspectionAccount,
        String licenceNo,
        String preparedBy,
        String releasedBy,
        Optional<Instant> releasedAt,
        Optional<Instant> shownAt) {

    /** How long initial passwords count. */
    static final Duration LIFE = Duration.ofDays(7);

    boolean isReleased() {
        return releasedAt.isPresent();
    }

    /** The account of the customs entry: BG and the customs code. */
    static String customsAccount(String customsCode) {
        return "BG" + customsCode.toUpperCase(Locale.ROOT);
    }

    /** The account of the inspection entry: BJ and the customs code. */
    static String inspectionAccount(String customsCode) {
        return "BJ" + customsCode.toUpperCase(Locale.ROOT);
    }
}
