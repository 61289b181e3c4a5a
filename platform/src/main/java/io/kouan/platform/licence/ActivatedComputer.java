package io.kouan.platform.licence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A computer on which a licence is activated, or was.
 *
 * @param request record on which it was asked for
 * @param fingerprint 机器码
 * @param certificate serial number of the card's certificate
 * @param until last day, the licence's own
 * @param released when it ceased to count; empty while it does
 */
record ActivatedComputer(
        long request,
        String licence,
        String fingerprint,
        String certificate,
        String system,
        String version,
        String medium,
        LocalDate until,
        Instant at,
        Optional<Instant> released,
        String why) {

    /** 更换电脑 */
    private static final String NEW_PC = "NEW_PC";

    /** Why a computer ceases to count. */
    enum Why {
        /** 更换电脑: a new one takes its place */
        REPLACED,
        /** the same computer was activated again, after a new system or with a new card */
        AGAIN
    }

    boolean counts() {
        return released.isEmpty();
    }

    /** Whether one more would be too many (LIMIT): the same computer again is no other, and a replacement frees a place (H-160). */
    static boolean isFull(Collection<ActivatedComputer> counting, String fingerprint, String reason, int most) {
        long others = counting.stream()
                .filter(one -> !one.fingerprint().equals(fingerprint))
                .count();
        return others >= most && !reason.equals(NEW_PC);
    }

    /** Which computers cease to count when this one is activated. Pure. */
    static Map<ActivatedComputer, Why> replaced(
            List<ActivatedComputer> oldestFirst, String fingerprint, String reason) {
        var replaced = new LinkedHashMap<ActivatedComputer, Why>();
        oldestFirst.stream()
                .filter(one -> one.fingerprint().equals(fingerprint))
                .forEach(one -> replaced.put(one, Why.AGAIN));
        if (reason.equals(NEW_PC)) {
            oldestFirst.stream()
                    .filter(one -> !one.fingerprint().equals(fingerprint))
                    .findFirst()
                    .ifPresent(one -> replaced.put(one, Why.REPLACED));
        }
        return replaced;
    }
}
