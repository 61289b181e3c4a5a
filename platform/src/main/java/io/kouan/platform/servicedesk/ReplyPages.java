package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.Forms;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.page.RecordPage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The desk answers a ticket (回复). */
@Controller
@Requires(function = "tickets", right = Right.DECIDE)
@RequestMapping("/desk/{id:\\d{1,18}}")
class ReplyPages {

    private final Forms forms;
    private final TicketDesk desk;
    private final RecordPage page;

    ReplyPages(Forms forms, TicketDesk desk, RecordPage page) {
        this.forms = forms;
        this.desk = desk;
        this.page = page;
    }

    @PostMapping("/reply")
    String reply(
            Actor actor,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String body,
            RedirectAttributes next) {
        var ticket = ticket(id, actor);
        switch (desk.take(ticket, version, "reply", body, false, actor)) {
            case Outcome.Done _ -> next.addFlashAttribute("done", true);
            case Outcome.Refused(var faults) -> {
                next.addFlashAttribute("faults", page.faults(faults, forms.form(ticket)));
                next.addFlashAttribute("said", body);
            }
        }
        return "redirect:/desk/" + id;
    }

    private FormRecord ticket(long id, Actor actor) {
        return forms.find(id, actor)
                .filter(record -> record.form().equals(Tickets.FORM))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
