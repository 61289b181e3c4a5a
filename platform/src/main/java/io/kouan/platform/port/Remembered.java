package io.kouan.platform.port;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Something read from the database, kept in memory and read again every few seconds: for what every message needs and
 * what seldom changes. A change counts after five seconds at the latest; whoever misses something can ask for a value
 * that is at most one second old, so that something new is found soon and a flood of misses costs one query a second.
 */
public final class Remembered<T> {

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long FRESHER_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Function<T, T> load;
    private final ReentrantLock loading = new ReentrantLock();
    private volatile Value<T> held;

    private record Value<T>(T value, long loadedAt) {

        boolean isWithin(long nanos) {
            return System.nanoTime() - loadedAt < nanos;
        }
    }

    private Remembered(T nothing, Function<T, T> load) {
        this.load = load;
        this.held = new Value<>(nothing, System.nanoTime() - FRESH_NANOS);
    }

    /**
     * Remembers what this reads.
     *
     * @param nothing what is known before the first reading
     */
    public static <T> Remembered<T> of(T nothing, Supplier<T> load) {
        return new Remembered<>(nothing, before -> load.get());
    }

    /** As {@link #of}, for loading that can make use of what was known before. */
    public static <T> Remembered<T> updating(T nothing, Function<T, T> load) {
        return new Remembered<>(nothing, load);
    }

    /** At most five seconds old. */
    public T fresh() {
        return within(FRESH_NANOS);
    }

    /** At most one second old. */
    public T fresher() {
        return within(FRESHER_NANOS);
    }

    private T within(long nanos) {
        var now = held;
        if (now.isWithin(nanos)) {
            return now.value();
        }
        loading.lock();
        try {
            if (!held.isWithin(nanos)) {
                held = new Value<>(load.apply(held.value()), System.nanoTime());
            }
            return held.value();
        } finally {
            loading.unlock();
        }
    }
}
