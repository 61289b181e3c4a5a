package io.kouan.platform.notifications;

/**
 * Who is told, and where they go on from there.
 *
 * @param link path of a page of ours; empty where there is none
 */
public record Reader(Recipients who, String link) {

    public Reader {
        if (!link.isEmpty() && !link.matches("/[a-z0-9][^\\s\\\\]*")) {
            throw new IllegalArgumentException("a link leads to a page of ours");
        }
    }
}
