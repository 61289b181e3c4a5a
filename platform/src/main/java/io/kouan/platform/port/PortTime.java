package io.kouan.platform.port;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;

/** Time as the port sees it (decision 12): one clock, injected, in the zone that people and messages use. */
public final class PortTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private PortTime() {}

    /** The machine's clock in steps of microseconds, which is what the database keeps. */
    static Clock clock() {
        return Clock.tick(Clock.system(ZONE), Duration.ofNanos(1000));
    }
}
