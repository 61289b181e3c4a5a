package io.kouan.platform.onboarding;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The time from the sign-up to the first released inventory (从注册到首票放行). Pure.
 *
 * @param took until now, or until it was released
 */
public record Stopwatch(Duration took, boolean ended) {

    /** Empty where nobody knows when it began. */
    static Optional<Stopwatch> of(Optional<Instant> began, Optional<Instant> released, Instant now) {
        return began.map(from -> {
            var took = Duration.between(from, released.orElse(now));
            return new Stopwatch(took.isNegative() ? Duration.ZERO : took, released.isPresent());
        });
    }

    public long days() {
        return took.toDays();
    }

    public int hours() {
        return took.toHoursPart();
    }

    public int minutes() {
        return took.toMinutesPart();
    }

    public int seconds() {
        return took.toSecondsPart();
    }
}
