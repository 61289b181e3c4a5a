package io.kouan.platform.credentials;

import java.util.Map;
import java.util.Optional;

/** Whether a card counts (卡状态, handbook S3), and how that may change. */
public enum CardState {
    /** 正常 */
    NORMAL,
    /** 挂失: reported lost, may be found again */
    LOST,
    /** 注销: given up for good */
    CANCELLED,
    /** 过期: a new certificate makes it count again */
    EXPIRED;

    /** What happens to a card. */
    public enum Step {
        /** 挂失 */
        LOSE,
        /** 解挂 */
        FIND,
        /** 注销 */
        CANCEL,
        /** 换证 */
        RENEW,
        /** 过期, by the clock */
        EXPIRE
    }

    private static final Map<CardState, Map<Step, CardState>> STEPS = Map.of(
            NORMAL,
            Map.of(Step.LOSE, LOST, Step.CANCEL, CANCELLED, Step.RENEW, NORMAL, Step.EXPIRE, EXPIRED),
            LOST,
            Map.of(Step.FIND, NORMAL, Step.CANCEL, CANCELLED, Step.RENEW, NORMAL, Step.EXPIRE, EXPIRED),
            EXPIRED,
            Map.of(Step.RENEW, NORMAL, Step.CANCEL, CANCELLED),
            CANCELLED,
            Map.of());

    /** The state after a step; empty where the step is not allowed from here. */
    public Optional<CardState> after(Step step) {
        return Optional.ofNullable(STEPS.getOrDefault(this, Map.of()).get(step));
    }

    /** Whether the card counts or may count again, so that it takes the place of another. */
    public boolean holdsPlace() {
        return this == NORMAL || this == LOST;
    }
}
