package io.kouan.platform.exchange;

import io.kouan.ceb.message.Bytes;

/** What became of a submission. */
sealed interface Appended {

    /** Durable. */
    record Stored(long position) implements Appended {}

    /** The id was used before; this is the ack that the first message got. */
    record Before(Ack first) implements Appended {

        boolean isSame(Bytes digest) {
            return first.digest().equals(digest);
        }
    }

    /** The queue is full; nothing was done. */
    record Full() implements Appended {}

    /**
     * Not stored, or not known to be stored.
     *
     * @param code what to tell the sender
     */
    record Failed(ExchangeCode code) implements Appended {}
}
