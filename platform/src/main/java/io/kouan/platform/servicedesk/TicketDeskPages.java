package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.audit.Csv;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.page.Tongue;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All tickets for the desk, searched, and taken along as CSV without personal data. */
@Controller
@Requires(function = "tickets", right = Right.DECIDE)
@RequestMapping("/desk")
class TicketDeskPages {

    private static final List<String> COLUMNS =
            List.of("number", "enterprise", "matter", "title", "state", "submitted", "due", "assigned");

    private final TicketDeskList list;
    private final FormCatalogue catalogue;
    private final AuditLog audit;
    private final MessageSource texts;

    TicketDeskPages(TicketDeskList list, FormCatalogue catalogue, AuditLog audit, MessageSource texts) {
        this.list = list;
        this.catalogue = catalogue;
        this.audit = audit;
        this.texts = texts;
    }

    @GetMapping("/tickets")
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute("q", q);
        model.addAttribute("state", state);
        model.addAttribute("mine", mine);
        model.addAttribute(
                "states",
                catalogue.form(Tickets.FORM).states().stream()
                        .filter(known -> !known.code().equals(TicketState.DRAFT))
                        .map(known -> new TicketListPages.Choice(
                                known.code(),
                                known.label().in(Tongue.now()),
                                known.code().equals(state)))
                        .toList());
        model.addAttribute("found", list.page(query(q, state, mine, actor), page));
        return "desk-tickets";
    }

    @GetMapping("/tickets.csv")
    void export(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "false") boolean mine,
            HttpServletResponse answer)
            throws IOException {
        answer.setContentType("text/csv;charset=UTF-8");
        answer.setHeader("Content-Disposition", "attachment; filename=\"tickets.csv\"");
        var out = answer.getWriter();
        out.write(Csv.MARK);
        out.write(Csv.line(COLUMNS.stream()
                .map(column -> texts.getMessage("servicedesk." + column, null, LocaleContextHolder.getLocale()))
                .toList()));
        int rows = list.each(query(q, state, mine, actor), row -> out.write(line(row)));
        audit.write(AuditEntry.done(actor.login(), actor.name(), "", "form", Tickets.FORM, "export")
                .change(Map.of(), Map.of("rows", Integer.toString(rows))));
    }

    private static DeskQuery query(String q, String state, boolean mine, Actor actor) {
        return new DeskQuery(q, state, mine ? actor.login() : "");
    }

    /** A line without personal data, which no spreadsheet reads as a formula. */
    static String line(TicketDeskList.Row row) {
        return Csv.line(List.of(
                row.number(),
                row.enterprise(),
                row.matter(),
                TicketDeskList.masked(row.title()),
                row.state(),
                row.submitted(),
                row.due(),
                row.assignee()));
    }
}
