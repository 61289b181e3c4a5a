package io.kouan.platform.audit;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.port.PortTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes what was searched for as CSV (AUD-06): masked as in the log, with who took it and when; taking it is logged too. */
@Component
class AuditExport {

    private static final int AT_ONCE = 1_000;
    private static final int MOST = 100_000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(PortTime.ZONE);
    private static final List<String> COLUMNS = List.of(
            "number", "time", "login", "name", "role", "office", "realm", "session", "address", "request", "kind",
            "object", "version", "action", "result", "reasons", "reason", "before", "after");

    private final AuditEntries entries;
    private final AuditLog log;
    private final AuditWords words;
    private final MessageSource texts;
    private final Clock clock;

    AuditExport(AuditEntries entries, AuditLog log, AuditWords words, MessageSource texts, Clock clock) {
        this.entries = entries;
        this.log = log;
        this.words = words;
        this.texts = texts;
        this.clock = clock;
    }

    /** Logged first: whoever breaks the download off has taken it all the same. */
    void write(AuditQuery query, Actor auditor, Writer out) {
        log.write(AuditEntry.done(auditor.login(), auditor.name(), "AUDITOR", "audit", "log", "export")
                .change(Map.of(), Map.of("search", query.told())));
        try {
            out.write(Csv.MARK);
            out.write(Csv.line(
                    List.of(text("audit.csv.mark", auditor.name(), auditor.login(), TIME.format(clock.instant())))));
            out.write(Csv.line(
                    COLUMNS.stream().map(column -> text("audit.csv." + column)).toList()));
            rows(query, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void rows(AuditQuery query, Writer out) throws IOException {
        long below = Long.MAX_VALUE;
        int written = 0;
        for (var found = entries.below(query, below, AT_ONCE);
                !found.isEmpty();
                found = entries.below(query, below, AT_ONCE)) {
            for (AuditRecord entry : found) {
                out.write(Csv.line(cells(AuditRow.of(entry, words), entry)));
            }
            written += found.size();
            below = found.getLast().number();
            if (written >= MOST) {
                out.write(Csv.line(List.of(text("audit.csv.cut", Integer.toString(written)))));
                return;
            }
        }
    }

    private static List<String> cells(AuditRow row, AuditRecord entry) {
        return List.of(
                Long.toString(row.number()),
                row.time(),
                row.login(),
                row.name(),
                row.role(),
                row.office(),
                row.realm().code(),
                row.session(),
                row.address(),
                row.request(),
                row.kind(),
                row.object(),
                Integer.toString(row.version()),
                row.action(),
                told(row.result()),
                row.reasons().stream().map(AuditExport::told).collect(Collectors.joining("; ")),
                row.reason(),
                fields(entry.before()),
                fields(entry.after()));
    }

    private static String told(AuditWords.Word word) {
        return word.isCode() ? word.code() + " " + word.meaning() : word.code();
    }

    private static String fields(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + ": " + value.getValue())
                .collect(Collectors.joining("; "));
    }

    private String text(String key, Object... values) {
        return texts.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
