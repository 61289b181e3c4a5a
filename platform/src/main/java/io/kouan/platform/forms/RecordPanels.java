package io.kouan.platform.forms;

import io.kouan.platform.accounts.Actor;
import java.util.List;
import java.util.Set;

/** What another room adds to the page of a record. */
public interface RecordPanels {

    /** The panels for whoever looks at the record; none where the room has nothing to say. */
    List<Panel> of(FormRecord record, Actor actor);

    /** Steps whose buttons the room's panels hold: the page itself shows none for them. */
    default Set<String> steps(FormRecord record) {
        return Set.of();
    }

    /** Whether a panel of the room asks the reader to do something, though no step can be taken. */
    default boolean isTurn(FormRecord record, Actor actor) {
        return false;
    }

    /**
     * A panel.
     *
     * @param template file whose fragment {@code panel} is shown
     * @param content what that fragment gets as {@code content}, beside the page's {@code record}
     * @param main whether it stands first in the page, wide, and not among what is beside
     */
    record Panel(String template, Object content, boolean main) {

        public Panel(String template, Object content) {
            this(template, content, false);
        }
    }
}
