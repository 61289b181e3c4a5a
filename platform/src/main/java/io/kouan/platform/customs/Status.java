package io.kouan.platform.customs;

import java.util.Map;
import java.util.Set;

/** The states of a document (回执状态) that the sandbox gives, and which may follow which (receipts.md, section 4). */
public enum Status {
    /** 电子口岸已暂存 */
    STORED(1),
    /** 电子口岸申报中; an inventory waits here for its documents */
    DECLARING(2),
    /** 海关退单 */
    RETURNED(100),
    /** 海关入库 */
    TAKEN_IN(120),
    /** 转人工：an officer looks at it, and may have it changed */
    MANUAL_REVIEW(300),
    /** 放行 */
    RELEASED(800);

    private static final Map<Status, Set<Status>> NEXT = Map.of(
            STORED, Set.of(DECLARING, RETURNED),
            DECLARING, Set.of(TAKEN_IN, RETURNED),
            TAKEN_IN, Set.of(MANUAL_REVIEW, RELEASED, RETURNED),
            MANUAL_REVIEW, Set.of(DECLARING, RELEASED, RETURNED),
            RETURNED, Set.of(STORED, DECLARING),
            RELEASED, Set.of());

    private final int code;

    Status(int code) {
        this.code = code;
    }

    /** As {@code returnStatus} carries it. */
    public int code() {
        return code;
    }

    /** Whether that state may follow this one. */
    public boolean mayBecome(Status next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether a document in this state keeps its key taken: neither returned nor failed. */
    public static boolean keepsKey(int code) {
        return code > 0 && code != RETURNED.code && code != 700;
    }
}
