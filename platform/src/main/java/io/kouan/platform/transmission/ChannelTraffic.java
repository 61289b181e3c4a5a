package io.kouan.platform.transmission;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** How much comes through channels; told by the room that keeps the journal. */
public interface ChannelTraffic {

    /**
     * What came since a time.
     *
     * @param last minute of the newest message
     */
    record Counts(long accepted, long refused, Optional<Instant> last) {
        static final Counts NONE = new Counts(0, 0, Optional.empty());
    }

    /** By enterprise; those from whom nothing came are left out. */
    Map<Long, Counts> since(Instant since, Collection<Long> enterprises);
}
