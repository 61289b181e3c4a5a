package io.kouan.platform.port;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Something that works through what comes in, on a thread of its own, from the start of the server to its end. A step that fails is
 * logged and tried again after a rest: whatever is away, the database too, is waited for.
 */
public abstract class Follower implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    private final String name;
    private final Duration patience;
    private volatile boolean running;
    private volatile Thread thread = new Thread(() -> {});

    /**
     * Named as its thread is.
     *
     * @param patience how long the end of the server waits for the step under way
     */
    protected Follower(String name, Duration patience) {
        this.name = name;
        this.patience = patience;
    }

    /** Does one piece of work; false where there was none. */
    protected abstract boolean step();

    /** Called before each step: what comes from now on must end the rest after it. */
    protected void listen() {}

    /** Waits until there may be work again. */
    protected abstract void rest() throws InterruptedException;

    /** Ends a rest. */
    protected abstract void wake();

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name(name).start(this::follow);
    }

    @Override
    public void stop() {
        running = false;
        wake();
        try {
            thread.join(patience);
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
                if (!tried() && running) {
                    rest();
                }
            }
        } catch (InterruptedException e) {
            running = false;
            Thread.currentThread().interrupt();
        }
    }

    private boolean tried() {
        listen();
        try {
            return step();
        } catch (RuntimeException e) {
            LOG.warn("event={}-waits cause={}", name, e.getClass().getSimpleName());
            return false;
        }
    }
}
