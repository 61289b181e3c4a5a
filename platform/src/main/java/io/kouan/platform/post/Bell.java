package io.kouan.platform.post;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes the sender: rung when a letter was committed. */
@Component
class Bell {

    private final Semaphore rings = new Semaphore(0);

    void ring() {
        rings.release();
    }

    /** Waits for a ring since the last wait, at most that long. */
    void await(Duration most) throws InterruptedException {
        if (rings.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
            rings.drainPermits();
        }
    }
}
