package io.kouan.platform.content;

import java.time.Instant;
import java.util.List;

/**
 * A notice (通知公告).
 *
 * @param publishTime shown, sorted by, and from when it is seen
 * @param version grows with every change
 * @param authors who wrote on it since it was last published
 */
record Notice(
        long id,
        String title,
        String body,
        boolean pinned,
        Instant publishTime,
        ContentState state,
        int version,
        List<String> authors,
        Instant updatedAt) {

    /** How many characters of a title a list shows (handbook 1.4). */
    private static final int SHOWN = 20;

    private static final String CUT = "...";

    Notice {
        authors = List.copyOf(authors);
    }

    /** The title as lists show it. One that was printed cut already is not cut again. */
    static String cut(String title) {
        var whole = title.endsWith(CUT) ? title.substring(0, title.length() - CUT.length()) : title;
        int length = whole.codePointCount(0, whole.length());
        return length <= SHOWN ? title : whole.substring(0, whole.offsetByCodePoints(0, SHOWN)) + CUT;
    }
}
