package io.kouan.platform.post;

import io.kouan.platform.port.Follower;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Empties the outbox (发件): one letter after the other, each noted before and after it is handed over. Several nodes may do so at a time;
 * a letter is taken by one of them. A failing letter is tried three times more with growing pauses and then given up.
 */
@Component
class Sender extends Follower {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final Duration IDLE = Duration.ofSeconds(2);

    private final Outgoing outgoing;
    private final Bell bell;
    private final Map<Letter.Kind, Carrier> carriers = new EnumMap<>(Letter.Kind.class);

    Sender(Outgoing outgoing, Bell bell, List<Carrier> carriers) {
        super("post", Duration.ofSeconds(20));
        this.outgoing = outgoing;
        this.bell = bell;
        carriers.forEach(carrier -> this.carriers.put(carrier.kind(), carrier));
    }

    @Override
    protected void rest() throws InterruptedException {
        bell.await(IDLE);
    }

    @Override
    protected void wake() {
        bell.ring();
    }

    /** Sends one letter; false where none is due. */
    @Override
    protected boolean step() {
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
