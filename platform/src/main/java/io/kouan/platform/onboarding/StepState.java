package io.kouan.platform.onboarding;

/** How far a step of the road is (handbook 1.3). */
public enum StepState {
    /** 未开始 */
    OPEN,
    /** 办理中 */
    RUNNING,
    /** 待补正: returned, the enterprise's turn */
    RETURNED,
    /** 已完成 */
    DONE,
    /** 已跳过 */
    SKIPPED,
    /** 前置未完成 */
    BLOCKED;

    boolean isBehind() {
        return this == DONE || this == SKIPPED;
    }
}
