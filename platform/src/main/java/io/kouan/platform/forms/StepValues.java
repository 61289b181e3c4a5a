package io.kouan.platform.forms;

import java.util.Map;

/** What a room knows beyond the form for a notification of one of its steps, for example when a ticket is due; contributed as a bean. */
public interface StepValues {

    /** Values by the names in the notification's text; empty where this step is not the room's. */
    Map<String, String> of(FormMoved moved);
}
