package io.kouan.platform.port;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Something read from the database, kept in memory and read again every few seconds: for what every message needs and
 * what seldom changes. A change counts after five seconds; whoever misses something can ask for a value that is at most
 * one second old, so that something new is found soon and a flood of misses costs one query a second.
 *
 * <p>While the value cannot be read, the last one goes on counting: then nothing can be stored either. Only who asks
 * before the first reading gets the error.
 *
 * @param <T> what is kept
 */
public final class Remembered<T> {

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long FRESHER_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Function<T, T> load;
    private final ReentrantLock loading = new ReentrantLock();
    private volatile Value<T> held;

    /**
     * What is held.
     *
     * @param isRead false before the first reading
     * @param readAt when it was read, or tried in vain
     */
    private record Value<T>(T value, boolean isRead, long readAt) {

        boolean isWithin(long nanos) {
            return isRead && System.nanoTime() - readAt < nanos;
        }
    }

    private Remembered(T nothing, Function<T, T> load) {
        this.load = load;
        this.held = new Value<>(nothing, false, 0);
    }

    /**
     * Something that is read as a whole each time.
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

    /** About five seconds old at most; never waits for the database where something is known. */
    public T fresh() {
        var now = held;
        if (now.isWithin(FRESH_NANOS)) {
            return now.value();
        }
        if (now.isRead() && !loading.tryLock()) {
            return now.value();
        }
        if (!now.isRead()) {
            loading.lock();
        }
        return loadUnlessWithin(FRESH_NANOS);
    }

    /** At most one second old, as long as the database can be read. */
    public T fresher() {
        var now = held;
        if (now.isWithin(FRESHER_NANOS)) {
            return now.value();
        }
        loading.lock();
        return loadUnlessWithin(FRESHER_NANOS);
    }

    /** What is held is known to have changed: whoever asks next has it read again. */
    public void forget() {
        loading.lock();
        try {
            held = new Value<>(held.value(), held.isRead(), System.nanoTime() - FRESH_NANOS);
        } finally {
            loading.unlock();
        }
    }

    /** Holds the lock when called, and gives it back. */
    private T loadUnlessWithin(long nanos) {
        try {
            var before = held;
            if (!before.isWithin(nanos)) {
                held = new Value<>(reload(before), true, System.nanoTime());
            }
            return held.value();
        } finally {
            loading.unlock();
        }
    }

    private T reload(Value<T> before) {
        try {
            return load.apply(before.value());
        } catch (RuntimeException away) {
            if (before.isRead()) {
                return before.value();
            }
            throw away;
        }
    }
}
