package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.page.RecordPage;
import io.kouan.platform.forms.page.RecordView;
import io.kouan.platform.forms.page.Tongue;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 工单管理 of an enterprise: 我的工单 with filters on every column, and a new one begun with its matter. */
@Controller
@Requires(function = "tickets", right = Right.CREATE)
@RequestMapping("/service-desk/tickets")
class TicketListPages {

    private final FormCatalogue catalogue;
    private final FormRecords records;
    private final TicketFacts facts;
    private final TicketRows rows;
    private final TicketDesk desk;
    private final RecordPage page;

    TicketListPages(
            FormCatalogue catalogue,
            FormRecords records,
            TicketFacts facts,
            TicketRows rows,
            TicketDesk desk,
            RecordPage page) {
        this.catalogue = catalogue;
        this.records = records;
        this.facts = facts;
        this.rows = rows;
        this.desk = desk;
        this.page = page;
    }

    /** One of a list to choose from. */
    public record Choice(String code, String label, boolean chosen) {}

    @GetMapping
    String list(Actor actor, @RequestParam MultiValueMap<String, String> sent, Model model) {
        var query = TicketQuery.read(sent);
        var form = catalogue.form(Tickets.FORM);
        var language = Tongue.now();
        model.addAttribute("place", "tickets");
        model.addAttribute("user", actor.name());
        model.addAttribute("typed", query.typed());
        model.addAttribute(
                "categories", choices("ticket_category", query.typed().getOrDefault("category", "")));
        model.addAttribute("kinds", choices("ticket_kind", query.typed().getOrDefault("kind", "")));
        model.addAttribute(
                "states",
                form.states().stream()
                        .filter(state -> !state.code().equals(TicketState.DRAFT))
                        .map(state -> new Choice(
                                state.code(),
                                state.label().in(language),
                                state.code().equals(query.typed().getOrDefault("state", ""))))
                        .toList());
        model.addAttribute(
                "tickets",
                facts.of(enterprise(actor), query).stream().map(rows::row).toList());
        model.addAttribute(
                "drafts",
                records.of(enterprise(actor), Tickets.FORM, Set.of(TicketState.DRAFT)).stream()
                        .map(record -> new Draft(
                                record.id(), record.answers().text("title"), RecordView.time(record.updatedAt())))
                        .toList());
        return "tickets";
    }

    /** A ticket that was not handed in yet. */
    public record Draft(long id, String title, String updated) {}

    /** 工单填报 begins with its matter (办理事项). */
    @GetMapping("/new")
    String choose(Actor actor, Model model) {
        model.addAttribute("place", "new");
        model.addAttribute("user", actor.name());
        model.addAttribute("templates", choices("ticket_template", ""));
        return "ticket-new";
    }

    @PostMapping
    String begin(Actor actor, @RequestParam(defaultValue = "FREE") String template, RedirectAttributes next) {
        var form = desk.formOf(template);
        if (form.isPresent()) {
            return "redirect:/forms/" + form.get();
        }
        return switch (desk.begin(template, actor)) {
            case Outcome.Done(var record, List<?> _) -> "redirect:/service-desk/tickets/" + record.id();
            case Outcome.Refused(var faults) -> {
                next.addFlashAttribute("faults", page.faults(faults, catalogue.form(Tickets.FORM)));
                yield "redirect:/service-desk/tickets";
            }
        };
    }

    private List<Choice> choices(String list, String chosen) {
        return catalogue.options(list).on(page.today()).stream()
                .map(option -> new Choice(
                        option.code(),
                        option.label().in(Tongue.now()),
                        option.code().equals(chosen)))
                .toList();
    }

    private static long enterprise(Actor actor) {
        return actor.enterprise().orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }
}
