package io.kouan.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** The machine's clock, which a test may move ahead. */
public final class MovableClock extends Clock {

    private final Clock machine;
    private final AtomicReference<Duration> ahead;

    public MovableClock() {
        this(Clock.tick(Clock.system(ZoneId.of("Asia/Shanghai")), Duration.ofNanos(1000)), Duration.ZERO);
    }

    private MovableClock(Clock machine, Duration ahead) {
        this(machine, new AtomicReference<>(ahead));
    }

    private MovableClock(Clock machine, AtomicReference<Duration> ahead) {
        this.machine = machine;
        this.ahead = ahead;
    }

    public void move(Duration further) {
        ahead.updateAndGet(further::plus);
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new MovableClock(machine.withZone(zone), ahead);
    }
}
