package io.kouan.platform.exchange;

import java.time.Instant;
import java.util.Optional;

/** Which messages a list shows; empty parts do not limit. */
public record MessageFilter(
        Optional<String> messageType, Optional<Boolean> accepted, Optional<Instant> from, Optional<Instant> until) {

    public static final MessageFilter NONE =
            new MessageFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Whether finding the messages may need to look at many others. */
    boolean mayBeRare() {
        return messageType.isPresent() || accepted.orElse(false);
    }

    boolean onlyRefused() {
        return accepted.isPresent() && !accepted.get();
    }
}
