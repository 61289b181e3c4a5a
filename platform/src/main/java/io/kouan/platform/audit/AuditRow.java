package io.kouan.platform.audit;

import io.kouan.platform.audit.AuditWords.Word;
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
        Word realm,
        String session,
        String address,
        String request,
        String kind,
        String object,
        int version,
        String action,
        boolean done,
        Word result,
        List<Word> reasons,
        String reason,
        List<Change> changes) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(PortTime.ZONE);

    /** A field before and after. */
    record Change(Word field, Word before, Word after) {}

    static AuditRow of(AuditRecord entry, AuditWords words) {
        return new AuditRow(
                entry.number(),
                TIME.format(Instant.parse(entry.at())),
                entry.login(),
                words.person(entry.login(), entry.name()),
                words.roles(entry.role()),
                entry.office(),
                words.realm(entry.realm()),
                entry.session(),
                entry.address(),
                entry.request(),
                words.kind(entry.kind()),
                entry.object(),
                entry.version(),
                words.action(entry.kind(), entry.action()),
                entry.result().equals(AuditEntry.DONE),
                words.result(entry.result()),
                entry.reasons().stream().map(words::reason).toList(),
                entry.reason(),
                changes(entry, words));
    }

    private static List<Change> changes(AuditRecord entry, AuditWords words) {
        var fields = new TreeSet<>(entry.before().keySet());
        fields.addAll(entry.after().keySet());
        return fields.stream()
                .map(field -> new Change(
                        words.field(entry.kind(), field),
                        words.value(entry.kind(), field, entry.before().getOrDefault(field, "")),
                        words.value(entry.kind(), field, entry.after().getOrDefault(field, ""))))
                .toList();
    }
}
