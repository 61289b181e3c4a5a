package io.kouan.platform.succession;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.Forms;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.identity.AdministratorForm;
import io.kouan.platform.servicedesk.Tickets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an agent sends from the panel on a ticket; the answer leads back to that page. */
@Controller
class RequestPages {

    private static final int UUID_LENGTH = 36;

    private final Forms forms;
    private final Succession succession;
    private final AdministratorForm form;
    private final RequestPanel panel;

    RequestPages(Forms forms, Succession succession, AdministratorForm form, RequestPanel panel) {
        this.forms = forms;
        this.succession = succession;
        this.form = form;
        this.panel = panel;
    }

    /** 提交安全管理员 */
    @Requires(function = "administrator_request", right = Right.ISSUE)
    @PostMapping("/desk/{id:\\d{1,18}}/administrator")
    String propose(
            Actor agent,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> sent,
            Model page,
            RedirectAttributes next) {
        var ticket = forms.find(id, agent)
                .filter(record -> record.form().equals(Tickets.FORM))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var wish = new Succession.Wish(
                file(first(sent, "request_file")),
                first(sent, "new_administrator"),
                form.typed(sent),
                first(sent, "sealed").equals("true"));
        var faults = succession.propose(ticket, wish, agent);
        if (faults.isEmpty()) {
            next.addFlashAttribute("done", true);
            return "redirect:/desk/" + id;
        }
        if (!succession.isAbout(ticket)) {
            next.addFlashAttribute("faults", form.told(faults));
            return "redirect:/desk/" + id;
        }
        return again(ticket, wish, faults, page);
    }

    /** Shows what was typed once more, so that nothing is lost. */
    private String again(FormRecord ticket, Succession.Wish wish, List<Fault> faults, Model page) {
        var told = form.told(faults);
        page.addAttribute("ticket", ticket.id());
        page.addAttribute("number", Succession.number(ticket));
        page.addAttribute("faults", told);
        page.addAttribute("shown", panel.shown(ticket));
        page.addAttribute("group", form.ask(wish.person(), told));
        page.addAttribute("chosen", wish.file().map(UUID::toString).orElse(""));
        page.addAttribute("login", wish.login());
        return "succession-propose";
    }

    private static String first(MultiValueMap<String, String> sent, String name) {
        return Optional.ofNullable(sent.getFirst(name)).orElse("");
    }

    private static Optional<UUID> file(String text) {
        try {
            return text.length() == UUID_LENGTH ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
