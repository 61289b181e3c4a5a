package io.kouan.platform.files;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has files scanned that the scanner could not see when they came; they are in quarantine until then. */
@Component
class Rescan implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rescan.class);

    private final Uploads uploads;
    private final Scanner scanner;
    private final Duration pause;
    private final Semaphore stopped = new Semaphore(0);
    private volatile boolean running;
    private volatile Thread thread = new Thread(() -> {});

    Rescan(Uploads uploads, Scanner scanner, @Value("${kouan.files.rescan:15s}") Duration pause) {
        this.uploads = uploads;
        this.scanner = scanner;
        this.pause = pause;
    }

    @Override
    public void start() {
        running = true;
        if (scanner.isThere()) {
            stopped.drainPermits();
            thread = Thread.ofPlatform().name("rescan").daemon().start(this::follow);
        }
    }

    @Override
    public void stop() {
        running = false;
        stopped.release();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void follow() {
        try {
            while (running) {
                if (!step()) {
                    var _ = stopped.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Scans one; false where there is none, or the scanner is away. */
    private boolean step() {
        try {
            return uploads.scanNext();
        } catch (RuntimeException e) {
            LOG.warn("event=rescan-waits cause={}", e.getClass().getSimpleName());
            return false;
        }
    }
}
