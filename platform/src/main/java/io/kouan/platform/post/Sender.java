package io.kouan.platform.post;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Empties the outbox (发件): one letter after the other, each noted before and after it is handed over. Several nodes may do so at a time;
 * a letter is taken by one of them. A failing letter is tried three times more with growing pauses and then given up.
 */
@Component
class Sender implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final Duration IDLE = Duration.ofSeconds(2);

    private final Outgoing outgoing;
    private final Bell bell;
    private final Map<Letter.Kind, Carrier> carriers = new EnumMap<>(Letter.Kind.class);
    private volatile boolean running;
    private volatile Thread thread = new Thread(() -> {});

    Sender(Outgoing outgoing, Bell bell, List<Carrier> carriers) {
        this.outgoing = outgoing;
        this.bell = bell;
        carriers.forEach(carrier -> this.carriers.put(carrier.kind(), carrier));
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("post").start(this::follow);
    }

    @Override
    public void stop() {
        running = false;
        bell.ring();
        try {
            thread.join(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void follow() {
        while (running) {
            boolean idle;
            try {
                idle = !step();
            } catch (RuntimeException e) {
                LOG.warn("event=post-waits cause={}", e.getClass().getSimpleName());
                idle = true;
            }
            if (idle && running) {
                rest();
            }
        }
    }

    private void rest() {
        try {
            bell.await(IDLE);
        } catch (InterruptedException e) {
            running = false;
            Thread.currentThread().interrupt();
        }
    }

    /** Sends one letter; false where none is due. */
    boolean step() {
        var due = outgoing.take();
        if (due.isEmpty()) {
            int givenUp = outgoing.tidy();
            if (givenUp > 0) {
                LOG.error("event=letters-failed number={} problem=broken-off", givenUp);
            }
            return false;
        }
        var taken = due.get();
        var carrier = carriers.get(taken.letter().kind());
        if (carrier == null) {
            throw new IllegalStateException("nobody carries " + taken.letter().kind());
        }
        switch (carrier.carry(taken.id(), taken.letter())) {
            case Carrier.Handover.Taken() -> {
                outgoing.sent(taken);
                LOG.info(
                        "event=letter-sent id={} kind={} attempt={}",
                        taken.id(),
                        taken.letter().kind(),
                        taken.attempt());
            }
            case Carrier.Handover.Failed(var problem) -> failed(taken, problem);
        }
        return true;
    }

    private void failed(Outgoing.Taken taken, String problem) {
        if (outgoing.failed(taken, problem)) {
            LOG.error(
                    "event=letter-failed id={} kind={} attempts={} problem={}",
                    taken.id(),
                    taken.letter().kind(),
                    taken.attempt(),
                    problem);
        } else {
            LOG.warn(
                    "event=letter-retried id={} kind={} attempt={} problem={}",
                    taken.id(),
                    taken.letter().kind(),
                    taken.attempt(),
                    problem);
        }
    }
}
