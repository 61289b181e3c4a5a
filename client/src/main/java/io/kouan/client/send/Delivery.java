package io.kouan.client.send;

import io.kouan.ceb.message.Bytes;
import io.kouan.client.exchange.Answer;
import io.kouan.client.exchange.Exchange;
import io.kouan.client.terminal.Waiting;
import java.time.Duration;
import java.time.InstantSource;

/** Sends until the port has said yes or no, or patience is over. The bytes stay the same, so that they count once. */
public final class Delivery {

    private final Exchange exchange;
    private final InstantSource clock;
    private final Waiting waiting;
    private final Duration patience;

    public Delivery(Exchange exchange, InstantSource clock, Waiting waiting, Duration patience) {
        this.exchange = exchange;
        this.clock = clock;
        this.waiting = waiting;
        this.patience = patience;
    }

    /** {@link Answer.Later} only when patience is over. */
    public Answer deliver(Bytes message) {
        var last = clock.instant().plus(patience);
        while (true) {
            var answer = exchange.send(message);
            if (!(answer instanceof Answer.Later later)
                    || clock.instant().plus(later.after()).isAfter(last)
                    || Thread.currentThread().isInterrupted()) {
                return answer;
            }
            waiting.pass(later.after());
        }
    }
}
