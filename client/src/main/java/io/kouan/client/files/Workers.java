package io.kouan.client.files;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** Works through a list with several threads; with one, strictly in order. */
public final class Workers {

    private Workers() {}

    /**
     * Gives each element to the work and waits for the last one.
     *
     * @param work true to go on; false, or an exception, stops everything that has not begun
     */
    public static <T> void each(List<T> all, int threads, Predicate<T> work) {
        var rest = all.iterator();
        var stopped = new AtomicBoolean();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var workers = new ArrayList<Future<?>>();
            for (int i = 0; i < threads; i++) {
                workers.add(pool.submit(() -> run(rest, stopped, work)));
            }
            workers.forEach(Workers::join);
        }
    }

    private static <T> void run(Iterator<T> rest, AtomicBoolean stopped, Predicate<T> work) {
        boolean finished = false;
        try {
            for (var next = next(rest); next.isPresent() && !stopped.get(); next = next(rest)) {
                if (!work.test(next.get())) {
                    return;
                }
            }
            finished = true;
        } finally {
            if (!finished) {
                stopped.set(true);
            }
        }
    }

    private static <T> Optional<T> next(Iterator<T> rest) {
        synchronized (rest) {
            return rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
        }
    }

    private static void join(Future<?> worker) {
        try {
            worker.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
