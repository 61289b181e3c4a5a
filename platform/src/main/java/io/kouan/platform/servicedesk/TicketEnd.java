package io.kouan.platform.servicedesk;

import io.kouan.platform.port.PortTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Until when a reply can be asked back on (继续咨询), and from when the system closes (办结): seven days, whole ones. Pure. */
final class TicketEnd {

    private static final int DAYS = 7;

    /** What has passed at least. */
    static final Duration AT_LEAST = Duration.ofDays(DAYS);

    private TicketEnd() {}

    /** The beginning of the eighth day after the reply. */
    static Instant after(Instant replied) {
        return LocalDate.ofInstant(replied, PortTime.ZONE)
                .plusDays(DAYS + 1L)
                .atStartOfDay(PortTime.ZONE)
                .toInstant();
    }
}
