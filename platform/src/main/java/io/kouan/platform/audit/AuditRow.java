package io.kouan.platform.audit;

import io.kouan.platform.port.PortTime;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** An entry as the viewer shows it. */
record AuditRow(
        long number,
        String time,
        String login,
        String name,
        String role,
        String office,
        String realm,
        String session,
        String address,
        String request,
        String kind,
        String object,
        int version,
        String action,
        boolean done,
        String result,
        String reasons,
        String reason,
        List<Change> changes) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(PortTime.ZONE);

    /** A field before and after. */
    record Change(String field, String before, String after) {}

    static AuditRow of(AuditRecord entry, AuditWords words) {
        return new AuditRow(
                entry.number(),
                TIME.format(Instant.parse(entry.at())),
                entry.login(),
                entry.name(),
                words.role(entry.role()),
                entry.office(),
                entry.realm(),
                entry.session(),
                entry.address(),
                entry.request(),
                words.kind(entry.kind()),
                entry.object(),
                entry.version(),
                words.action(entry.kind(), entry.action()),
                entry.result().equals(AuditEntry.DONE),
                entry.result(),
                String.join(" ", entry.reasons()),
                entry.reason(),
                changes(entry));
    }

    private static List<Change> changes(AuditRecord entry) {
        var fields = new TreeSet<>(entry.before().keySet());
        fields.addAll(entry.after().keySet());
        return fields.stream()
                .map(field -> new Change(
                        field,
                        entry.before().getOrDefault(field, ""),
                        entry.after().getOrDefault(field, "")))
                .toList();
    }
}
