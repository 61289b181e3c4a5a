package io.kouan.client.demo;

import io.kouan.ceb.message.Bytes;

/**
 * One message of the demonstration, ready to be sent.
 *
 * @param id guid of the message
 * @param sender customs code of the enterprise whose channel it goes through
 * @param expected what should become of it
 * @param isLate whether it goes out only after all others
 */
record DemoMessage(String type, String id, String sender, Bytes signed, Fate expected, boolean isLate) {

    DemoMessage changed(String from, String to) {
        return new DemoMessage(type, id, sender, replaced(signed, from, to), expected, isLate);
    }

    DemoMessage expecting(Fate other) {
        return new DemoMessage(type, id, sender, signed, other, isLate);
    }

    DemoMessage late() {
        return new DemoMessage(type, id, sender, signed, expected, true);
    }

    /** The first place where it stands. */
    static Bytes replaced(Bytes message, String from, String to) {
        var text = message.utf8();
        int at = text.indexOf(from);
        if (at < 0) {
            throw new IllegalStateException("the sample has no " + from);
        }
        return Bytes.utf8(text.substring(0, at) + to + text.substring(at + from.length()));
    }
}
