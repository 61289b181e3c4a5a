package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.CurrentActor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.page.Tongue;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page of the platform (首页): for visitors the way in, for its users how their tickets stand. */
@Controller
class DeskHomePages {

    private static final int NEWEST = 5;

    private final CurrentActor current;
    private final FormCatalogue catalogue;
    private final TicketFacts facts;
    private final TicketRows rows;
    private final DeskBox box;

    DeskHomePages(CurrentActor current, FormCatalogue catalogue, TicketFacts facts, TicketRows rows, DeskBox box) {
        this.current = current;
        this.catalogue = catalogue;
        this.facts = facts;
        this.rows = rows;
        this.box = box;
    }

    /** How many tickets are in a state. */
    public record Count(String code, String label, long tickets) {}

    @GetMapping("/service-desk")
    String show(HttpServletRequest request, @RequestParam Map<String, String> parameters, Model model) {
        Optional<Actor> actor = current.of(request);
        var user = actor.filter(it -> it.has(Role.CS_USER.name()))
                .filter(it -> it.enterprise().isPresent());
        model.addAttribute("place", "home");
        if (user.isEmpty()) {
            DeskBox.ready(request);
            model.addAttribute("signedIn", actor.isPresent());
            model.addAttribute("deskBox", box.after(parameters));
            return "service-desk-visitor";
        }
        long enterprise = user.get().enterprise().getAsLong();
        model.addAttribute("user", user.get().name());
        model.addAttribute("counts", counts(facts.counts(enterprise)));
        model.addAttribute(
                "newest",
                facts.answered(enterprise, NEWEST).stream().map(rows::row).toList());
        return "service-desk-home";
    }

    private List<Count> counts(Map<String, Long> found) {
        return catalogue.form(Tickets.FORM).states().stream()
                .filter(state -> !state.code().equals(TicketState.DRAFT))
                .map(state ->
                        new Count(state.code(), state.label().in(Tongue.now()), found.getOrDefault(state.code(), 0L)))
                .toList();
    }
}
