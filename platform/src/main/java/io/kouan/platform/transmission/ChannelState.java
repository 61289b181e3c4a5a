package io.kouan.platform.transmission;

import java.util.EnumSet;
import java.util.Set;

/** How a channel stands (通道状态, handbook S9), and what may become of it. */
public enum ChannelState {
    /** 未开通 */
    NOT_OPEN,
    /** 已开通 */
    OPEN,
    /** 已暂停 */
    SUSPENDED,
    /** 已关闭, for good */
    CLOSED;

    /** What the state may change to. */
    public Set<ChannelState> next() {
        return switch (this) {
            case NOT_OPEN -> EnumSet.of(OPEN, CLOSED);
            case OPEN -> EnumSet.of(SUSPENDED, CLOSED);
            case SUSPENDED -> EnumSet.of(OPEN, CLOSED);
            case CLOSED -> EnumSet.noneOf(ChannelState.class);
        };
    }
}
