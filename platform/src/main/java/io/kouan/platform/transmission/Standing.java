package io.kouan.platform.transmission;

import java.util.Optional;
import java.util.Set;

/**
 * What a channel may send now.
 *
 * @param reason why the channel is suspended; empty where it is not
 * @param access how far the interface is; empty where the enterprise sends with the client (客户端)
 * @param open business types open at the customs entry
 */
public record Standing(ChannelState state, String reason, Optional<InterfaceAccess> access, Set<BusinessType> open) {

    /** Of a channel that nobody knows. */
    public static final Standing NONE =
            new Standing(ChannelState.NOT_OPEN, "", Optional.of(InterfaceAccess.NONE), Set.of());

    public Standing {
        open = Set.copyOf(open);
    }
}
