package io.kouan.platform.onboarding;

import java.time.Instant;
import java.util.Optional;

/** When the first inventory (清单) of an enterprise was released (放行): the end of the road. */
public interface FirstRelease {

    Optional<Instant> of(long enterprise);
}
