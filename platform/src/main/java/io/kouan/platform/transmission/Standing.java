package io.kouan.platform.transmission;

import java.util.Set;

/**
 * What a channel may send now.
 *
 * @param reason why the channel is suspended; empty where it is not
 * @param open business types open at the customs entry
 */
public record Standing(ChannelState state, String reason, Set<BusinessType> open) {

    /** Of a channel that nobody knows. */
    public static final Standing NONE = new Standing(ChannelState.NOT_OPEN, "", Set.of());

    public Standing {
        open = Set.copyOf(open);
    }
}
