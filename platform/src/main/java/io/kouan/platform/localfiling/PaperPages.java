package io.kouan.platform.localfiling;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.Forms;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.page.RecordPage;
import io.kouan.platform.forms.page.Tongue;
import io.kouan.platform.localfiling.InitialPasswords.Shown;
import io.kouan.platform.port.PortTime;
import io.kouan.platform.servicedesk.Tickets;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What an enterprise does about its local filing beside the ticket's page: the .xls into its slot, the licence, the initial passwords. */
@Controller
@RequestMapping("/service-desk/tickets/{id:\\d{1,18}}/local-filing")
class PaperPages {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(PortTime.ZONE);

    private final Forms forms;
    private final FormCatalogue catalogue;
    private final RecordPage page;
    private final Materials materials;
    private final Papers papers;
    private final Cases cases;
    private final InitialPasswords passwords;

    PaperPages(
            Forms forms,
            FormCatalogue catalogue,
            RecordPage page,
            Materials materials,
            Papers papers,
            Cases cases,
            InitialPasswords passwords) {
        this.forms = forms;
        this.catalogue = catalogue;
        this.page = page;
        this.materials = materials;
        this.papers = papers;
        this.cases = cases;
        this.passwords = passwords;
    }

    /** 生成申请表（.xls）, and puts it into its slot. */
    @Requires(function = "tickets", right = Right.CREATE)
    @PostMapping("/sheet")
    String sheet(Actor actor, @PathVariable long id, RedirectAttributes next) {
        var ticket = own(id, actor);
        var form = Optional.ofNullable(materials.of(ticket).get(Material.DXP_USER));
        var verification = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/verify")
                .toUriString();
        var faults = form.map(record -> papers.writeSheet(ticket, record, verification, actor))
                .orElseGet(() -> List.of(Fault.at(Material.DXP_USER.slot(), "ERR_REQUIRED")));
        if (!faults.isEmpty()) {
            next.addFlashAttribute("faults", page.faults(faults, forms.form(ticket)));
        }
        return "redirect:/service-desk/tickets/" + id;
    }

    /** 客户端许可证: the page of the licence holds its file. */
    @Requires(function = "initial_passwords", right = Right.READ)
    @GetMapping("/licence")
    String licence(Actor actor, @PathVariable long id) {
        var ticket = own(id, actor);
        var issuance = cases.issuance(ticket)
                .filter(it -> cases.isAnswered(ticket))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return "redirect:/service-desk/licences/" + issuance.licenceNo() + "/file";
    }

    /** Asks for the own password first. */
    @Requires(function = "initial_passwords", right = Right.READ)
    @GetMapping("/passwords")
    String ask(Actor actor, @PathVariable long id, Model model) {
        var ticket = own(id, actor);
        if (cases.issuance(ticket).isEmpty() || !cases.isAnswered(ticket)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return asked(ticket, actor, model);
    }

    private String asked(FormRecord ticket, Actor actor, Model model) {
        model.addAttribute("ticket", ticket.id());
        model.addAttribute("number", TicketRules.number(ticket));
        model.addAttribute("user", actor.name());
        model.addAttribute("place", "tickets");
        model.addAttribute("there", passwords.areThere(ticket));
        return "local-filing-passwords";
    }

    /** 查看初始密码: once, and on no page that the browser keeps. */
    @Requires(function = "initial_passwords", right = Right.READ)
    @PostMapping("/passwords")
    String show(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var ticket = own(id, actor);
        response.setHeader("Cache-Control", "no-store");
        switch (passwords.show(ticket, password, request.getRemoteAddr(), actor)) {
            case Shown.Once once -> {
                model.addAttribute("once", once);
                model.addAttribute("until", TIME.format(once.until()));
            }
            case Shown.NoMore() -> {}
            case Shown.Refused(var message, long minutes) -> {
                if (message.equals("ERR_FORBIDDEN")) {
                    throw new ResponseStatusException(HttpStatus.NOT_FOUND);
                }
                model.addAttribute(
                        "refused",
                        catalogue.message(message).in(Tongue.now()).replace("{minutes}", Long.toString(minutes)));
            }
        }
        return asked(ticket, actor, model);
    }

    /** The enterprise's own ticket; any other is answered as if there were none. */
    private FormRecord own(long id, Actor actor) {
        return forms.find(id, actor)
                .filter(record -> Tickets.isAbout(TicketRules.TEMPLATE, record))
                .filter(record ->
                        record.enterprise().isPresent() && record.enterprise().equals(actor.enterprise()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
