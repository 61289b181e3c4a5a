package io.kouan.platform.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.port.PortTime;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The auditor's window into the log (审计日志): search, export, and the check of the chain. */
@Controller
@Requires(function = "audit_log")
@RequestMapping("/audit")
class AuditPages {

    private static final int SIZE = 50;

    private final AuditEntries entries;
    private final AuditChain chain;
    private final AuditExport export;
    private final AuditLog log;
    private final AuditWords words;
    private final Clock clock;

    AuditPages(
            AuditEntries entries, AuditChain chain, AuditExport export, AuditLog log, AuditWords words, Clock clock) {
        this.entries = entries;
        this.chain = chain;
        this.export = export;
        this.log = log;
        this.words = words;
        this.clock = clock;
    }

    /** A kind to choose. */
    record Choice(String id, String name) {}

    @GetMapping
    String show(@ModelAttribute("query") AuditQuery query, Model page) {
        var slice = entries.page(query, SIZE);
        var rows =
                slice.entries().stream().map(entry -> AuditRow.of(entry, words)).toList();
        page.addAttribute("query", query);
        page.addAttribute("rows", rows);
        page.addAttribute(
                "newer",
                slice.newer() && !rows.isEmpty() ? query.newer(rows.getFirst().number()) : "");
        page.addAttribute(
                "older",
                slice.older() && !rows.isEmpty() ? query.older(rows.getLast().number()) : "");
        page.addAttribute(
                "kinds",
                entries.kinds().stream()
                        .map(kind -> new Choice(kind, words.kind(kind)))
                        .toList());
        page.addAttribute("export", query.export());
        return "audit";
    }

    @GetMapping("/export")
    void export(Actor auditor, @ModelAttribute("query") AuditQuery query, HttpServletResponse answer)
            throws IOException {
        var day = LocalDate.ofInstant(clock.instant(), PortTime.ZONE);
        answer.setContentType("text/csv;charset=UTF-8");
        answer.setHeader("Content-Disposition", "attachment; filename=\"audit-" + day + ".csv\"");
        answer.setHeader("Cache-Control", "no-store");
        try (var out = new OutputStreamWriter(answer.getOutputStream(), UTF_8)) {
            export.write(query, auditor, out);
        }
    }

    /** Goes through the whole chain; that takes a while in a long log, so it is asked for by a button. */
    @PostMapping("/chain")
    String check(Actor auditor, Model page) {
        page.addAttribute("chain", ChainView.of(checked(auditor)));
        return "audit-chain";
    }

    /** The same for programs. */
    @GetMapping("/chain")
    ResponseEntity<ChainView> chain(Actor auditor) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(ChainView.of(checked(auditor)));
    }

    private ChainCheck checked(Actor auditor) {
        var found = chain.check();
        log.write(AuditEntry.done(auditor.login(), auditor.name(), "AUDITOR", "audit", "log", "check"));
        return found;
    }

    /** The result of the check. */
    record ChainView(boolean whole, long entries, long brokenAt, String why) {

        static ChainView of(ChainCheck check) {
            return switch (check) {
                case ChainCheck.Whole(long entries) -> new ChainView(true, entries, 0, "");
                case ChainCheck.Broken(long number, var why) -> new ChainView(false, number - 1, number, why.name());
            };
        }
    }
}
