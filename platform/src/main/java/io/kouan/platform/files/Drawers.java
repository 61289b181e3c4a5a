package io.kouan.platform.files;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The few processes that draw pages of PDF files: started when somebody looks at one, ended when a page takes too long or nobody has
 * looked for a while. Each has a bound of memory of its own.
 */
final class Drawers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Drawers.class);
    private static final int AT_A_TIME = 2;
    private static final Duration REST = Duration.ofMinutes(1);

    private final Semaphore places = new Semaphore(AT_A_TIME);
    private final ConcurrentLinkedDeque<Resting> resting = new ConcurrentLinkedDeque<>();

    /** A drawer that nobody uses since then. */
    private record Resting(Drawer drawer, long since) {}

    /**
     * The page as PNG; empty where there is none, or it cannot be drawn in time.
     *
     * @param patience how long it may take, and how long to wait for a place
     */
    Optional<byte[]> draw(byte[] content, int page, int edge, Duration patience) {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return drawn(content, page, edge, patience);
        } finally {
            places.release();
        }
    }

    private Optional<byte[]> drawn(byte[] content, int page, int edge, Duration patience) {
        Drawer drawer;
        try {
            var rested = resting.poll();
            while (rested != null && !rested.drawer.isAlive()) {
                rested = resting.poll();
            }
            drawer = rested == null ? Drawer.start() : rested.drawer;
        } catch (IOException e) {
            LOG.warn("event=no-drawer cause=\"{}\"", e.getMessage());
            return Optional.empty();
        }
        try {
            var answer = drawer.ask(content, page, edge, patience);
            rest(drawer);
            return answer;
        } catch (TimeoutException | IOException e) {
            LOG.info("event=drawing-ended cause={}", e.getClass().getSimpleName());
            drawer.close();
            return Optional.empty();
        }
    }

    private void rest(Drawer drawer) {
        var now = new Resting(drawer, System.nanoTime());
        resting.push(now);
        CompletableFuture.delayedExecutor(REST.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    if (resting.remove(now)) {
                        drawer.close();
                    }
                });
    }

    @Override
    public void close() {
        for (var rested = resting.poll(); rested != null; rested = resting.poll()) {
            rested.drawer.close();
        }
    }
}
