package io.kouan.platform.servicedesk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the desk looks for among the tickets of all enterprises. Pure.
 *
 * @param q part of the number, the title or the enterprise's name
 * @param state a state, {@link #ALL}, or anything else for what is open
 * @param assignee only what this person works on; empty for anybody
 */
record DeskQuery(String q, String state, String assignee) {

    /** Every ticket that was handed in. */
    static final String ALL = "ALL";

    /** States in which somebody still has to act. */
    static final List<String> OPEN = List.of("SUBMITTED", "PROCESSING", "NEED_INFO", "FORWARDED");

    private static final int MOST = 60;

    DeskQuery {
        q = q.replace("\0", "").strip().toLowerCase(Locale.ROOT);
        q = q.length() <= MOST ? q : q.substring(0, MOST);
    }

    /** What follows {@code where} in a query, with named parameters only; the open states are written out so that their index is used. */
    String conditions() {
        var sql = new StringBuilder(
                switch (state) {
                    case ALL -> "true";
                    case "REPLIED",
                            "CLOSED",
                            TicketState.CANCELLED,
                            "SUBMITTED",
                            "PROCESSING",
                            "NEED_INFO",
                            "FORWARDED" -> "state = '" + state + "'";
                    default -> "state in ('" + String.join("', '", OPEN) + "')";
                });
        if (!q.isEmpty()) {
            sql.append(" and strpos(search, :q) > 0");
        }
        if (!assignee.isEmpty()) {
            sql.append(" and assignee = :assignee");
        }
        return sql.toString();
    }

    /** What is due first comes first; among what is done, the newest. */
    String order() {
        return state.equals(ALL)
                        || state.equals("REPLIED")
                        || state.equals("CLOSED")
                        || state.equals(TicketState.CANCELLED)
                ? "submitted_at desc, record_id desc"
                : "due_at, submitted_at, record_id";
    }

    Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        if (!q.isEmpty()) {
            values.put("q", q);
        }
        if (!assignee.isEmpty()) {
            values.put("assignee", assignee);
        }
        return values;
    }
}
