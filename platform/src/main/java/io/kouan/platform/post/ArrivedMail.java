package io.kouan.platform.post;

import java.util.List;
import java.util.Optional;

/**
 * A mail that came in (来信), as far as anybody may go by it. Everything in it was written by a stranger; its headers prove nothing.
 *
 * @param id digest of its Message-ID, the same each time it is seen
 * @param from the one plain address that it says it comes from; empty where there is none, or more
 * @param token of the address that it was sent to
 * @param automatic written by a program: a holiday reply, a report, a list, a loop
 * @param text its first plain text, without control characters; empty where it has none
 * @param problem why it was not read as a whole
 */
public record ArrivedMail(
        String id,
        String from,
        Optional<String> token,
        boolean automatic,
        String text,
        List<Attached> files,
        Optional<Problem> problem) {

    /** What can be wrong with a mail as such. */
    public enum Problem {
        /** larger than the mailbox takes */
        TOO_LARGE,
        /** more parts than anybody sends */
        TOO_MANY_PARTS
    }

    /** A file that came along. */
    @SuppressWarnings("ArrayRecordComponent") // handed on to be stored at once
    public record Attached(String name, byte[] content) {}

    public ArrivedMail {
        files = List.copyOf(files);
    }

    /** Neither address nor text: whatever is printed ends in a log. */
    @Override
    public String toString() {
        return "ArrivedMail[" + id + "]";
    }
}
