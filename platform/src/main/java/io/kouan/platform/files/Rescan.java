package io.kouan.platform.files;

import io.kouan.platform.port.Follower;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Has files scanned that the scanner could not see when they came; they are in quarantine until then. */
@Component
class Rescan extends Follower {

    private final Uploads uploads;
    private final Scanner scanner;
    private final Duration pause;
    private final Semaphore stopped = new Semaphore(0);

    Rescan(Uploads uploads, Scanner scanner, @Value("${kouan.files.rescan:15s}") Duration pause) {
        super("rescan", Duration.ofSeconds(5));
        this.uploads = uploads;
        this.scanner = scanner;
        this.pause = pause;
    }

    @Override
    public void start() {
        if (scanner.isThere()) {
            stopped.drainPermits();
            super.start();
        }
    }

    /** Scans one; false where there is none, or the scanner is away. */
    @Override
    protected boolean step() {
        return uploads.scanNext();
    }

    @Override
    protected void rest() throws InterruptedException {
        var _ = stopped.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    protected void wake() {
        stopped.release();
    }
}
