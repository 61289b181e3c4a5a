package io.kouan.client.exchange;

import java.time.Duration;

/** What came of handing a message in. */
public sealed interface Answer {

    /** Stored for good, now or before: the same message again gets the same ack. */
    record Accepted(Ack ack) implements Answer {}

    /** Refused; the same message again will be refused again. */
    record Refused(Problem problem) implements Answer {}

    /**
     * Nobody knows, or not now: send the same bytes again. That is safe, the port takes a message once.
     *
     * @param after how long to wait before
     */
    record Later(Duration after, String reason) implements Answer {}
}
