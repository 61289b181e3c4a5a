package io.kouan.platform.servicedesk;

import java.time.Instant;
import java.util.List;

/**
 * Something of the conversation as a page tells it (沟通记录).
 *
 * @param who to an enterprise, staff are named by their role (AUD-07)
 * @param what the step with which it was said; empty where it was said without one
 * @param desk whether the desk said it, and not the enterprise
 * @param reasons for which it was returned
 */
public record Said(
        Instant at,
        String time,
        String who,
        String what,
        boolean desk,
        boolean internal,
        List<String> reasons,
        String body,
        List<File> files) {

    /** A file that goes with it. */
    public record File(String id, String name, String token) {}

    public Said {
        reasons = List.copyOf(reasons);
        files = List.copyOf(files);
    }

    Said with(List<File> attached) {
        return new Said(at, time, who, what, desk, internal, reasons, body, attached);
    }
}
