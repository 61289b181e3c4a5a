package io.kouan.client.send;

import io.kouan.client.exchange.Ack;
import io.kouan.client.exchange.Problem;

/** What came of one input. */
sealed interface Sent {

    String name();

    /** Stored at the port just now. */
    record Accepted(String name, Ack ack) implements Sent {}

    /** The journal knew that the port has it; nothing was sent. */
    record Before(String name, Ack ack) implements Sent {}

    record Refused(String name, Problem problem) implements Sent {}

    /** No message that could be put into an envelope; nothing was sent. */
    record Unreadable(String name) implements Sent {}

    /** Not delivered; the same command again goes on here. */
    record Undelivered(String name, String reason) implements Sent {}
}
