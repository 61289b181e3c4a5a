package io.kouan.platform.audit;

import java.util.List;
import java.util.TreeMap;

/**
 * An entry as it stands in the log (AUD-02); its JSON is what is hashed, so that the order of its parts is part of the log.
 *
 * @param office where a member of staff belongs; empty for everybody else
 * @param session beginning of the digest of the session's id
 * @param request what binds the entries of one request together
 */
record AuditRecord(
        long number,
        String at,
        String address,
        String session,
        String request,
        String login,
        String name,
        String role,
        String office,
        String realm,
        String kind,
        String object,
        int version,
        String action,
        String result,
        List<String> reasons,
        String reason,
        TreeMap<String, String> before,
        TreeMap<String, String> after) {

    static AuditRecord of(long number, String at, Origin from, String office, AuditEntry entry) {
        return new AuditRecord(
                number,
                at,
                from.address(),
                from.session(),
                from.request(),
                entry.login(),
                entry.name(),
                entry.role(),
                office,
                Realms.of(entry.role()),
                entry.kind(),
                entry.object(),
                entry.version(),
                entry.action(),
                entry.result(),
                entry.reasons(),
                entry.reason(),
                new TreeMap<>(entry.before()),
                new TreeMap<>(entry.after()));
    }
}
