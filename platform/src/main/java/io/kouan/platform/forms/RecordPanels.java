package io.kouan.platform.forms;

import io.kouan.platform.accounts.Actor;
import java.util.List;

/** What another room adds to the page of a record. */
public interface RecordPanels {

    /** The panels for whoever looks at the record; none where the room has nothing to say. */
    List<Panel> of(FormRecord record, Actor actor);

    /**
     * A panel.
     *
     * @param template file whose fragment {@code panel} is shown
     * @param content what that fragment gets as {@code content}, beside the page's {@code record}
     */
    record Panel(String template, Object content) {}
}
