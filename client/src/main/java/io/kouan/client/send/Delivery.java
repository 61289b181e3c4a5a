package io.kouan.client.send;

import io.kouan.ceb.message.Bytes;
import io.kouan.client.exchange.Answer;
import io.kouan.client.terminal.Waiting;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;

/** Sends until the port has said yes or no, or patience is over. The bytes stay the same, so that they count once. */
public final class Delivery {

    private final Function<Bytes, Answer> hand;
    private final InstantSource clock;
    private final Waiting waiting;
    private final Duration patience;

    /** @param hand hands a message in once, for example {@code exchange::send} */
    public Delivery(Function<Bytes, Answer> hand, InstantSource clock, Waiting waiting, Duration patience) {
        this.hand = hand;
        this.clock = clock;
        this.waiting = waiting;
        this.patience = patience;
    }

    /** {@link Answer.Later} only when patience is over. */
    public Answer deliver(Bytes message) {
        var last = clock.instant().plus(patience);
        while (true) {
            var answer = hand.apply(message);
            if (!(answer instanceof Answer.Later later)
                    || clock.instant().plus(later.after()).isAfter(last)
                    || Thread.currentThread().isInterrupted()) {
                return answer;
            }
            waiting.pass(later.after());
        }
    }
}
