package io.kouan.platform.exchange;

import java.util.List;
import java.util.OptionalLong;

/**
 * A slice of the journal, newest first.
 *
 * @param more whether messages that fit follow behind the last one
 * @param searchedTo set where the search stopped before the slice was full: everything from here on was not looked at
 */
public record MessageSlice(List<MessageSummary> messages, boolean more, OptionalLong searchedTo) {

    public MessageSlice {
        messages = List.copyOf(messages);
    }
}
