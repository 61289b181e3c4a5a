package io.kouan.client.terminal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A bar with count and rate on long work. Silent where nobody watches. Safe for several threads. */
public final class Progress implements AutoCloseable {

    private static final int WIDTH = 30;
    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMillis(400);

    private final Terminal terminal;
    private final InstantSource clock;
    private final Instant began;
    private final int total;
    private Instant shown;
    private int done;
    private boolean visible;

    public Progress(Terminal terminal, InstantSource clock, int total) {
        this.terminal = terminal;
        this.clock = clock;
        this.total = total;
        this.began = clock.instant();
        this.shown = began;
    }

    public synchronized void step() {
        done++;
        var now = clock.instant();
        boolean worthIt = visible || Duration.between(began, now).compareTo(PATIENCE) > 0;
        if (terminal.interactive() && worthIt && Duration.between(shown, now).compareTo(BETWEEN) > 0) {
            shown = now;
            visible = true;
            terminal.err().print("\r" + line(now));
            terminal.err().flush();
        }
    }

    String line(Instant now) {
        int filled = total == 0 ? WIDTH : (int) ((long) WIDTH * done / total);
        double seconds = Math.max(0.001, Duration.between(began, now).toMillis() / 1000.0);
        return terminal.text(
                "progress", "█".repeat(filled) + "░".repeat(WIDTH - filled), done, total, Math.round(done / seconds));
    }

    /** Takes the bar away. */
    @Override
    public synchronized void close() {
        if (visible) {
            terminal.err().print("\r" + " ".repeat(Table.width(line(clock.instant())) + 2) + "\r");
            terminal.err().flush();
        }
    }
}
