package io.kouan.platform.notifications;

import java.util.Map;

/** A room that writes the mail about something itself, so that no copy of the notification goes out by mail. Contributed as a bean. */
public interface OwnMail {

    /** Whether it writes about this one. */
    boolean writes(String notification, Map<String, String> values);
}
