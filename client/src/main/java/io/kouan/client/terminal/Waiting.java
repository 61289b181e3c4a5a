package io.kouan.client.terminal;

import java.time.Duration;

/** Lets time pass; a hand-written one in tests lets it pass at once. */
@FunctionalInterface
public interface Waiting {

    void pass(Duration time);

    /** Real time; ends early when the thread is interrupted. */
    static Waiting real() {
        return time -> {
            try {
                new java.util.concurrent.CountDownLatch(1)
                        .await(time.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        };
    }
}
