package io.kouan.platform.succession;

import io.kouan.platform.accounts.Account;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.files.Downloads;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.page.Tongue;
import io.kouan.platform.identity.AdministratorForm;
import io.kouan.platform.identity.Administrators;
import io.kouan.platform.port.PortTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The security administrators' page 企业管理员变更: what waits, the sealed request beside whom it names, and the decision. */
@Controller
@Requires(function = "staff", right = Right.ADMINISTER)
@RequestMapping("/staff/administrators")
class SuccessionPages {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(PortTime.ZONE);

    private final Succession succession;
    private final ChangeRequests requests;
    private final Administrators administrators;
    private final AdministratorForm form;
    private final EnterpriseProfiles enterprises;
    private final FormCatalogue catalogue;

    SuccessionPages(
            Succession succession,
            ChangeRequests requests,
            Administrators administrators,
            AdministratorForm form,
            EnterpriseProfiles enterprises,
            FormCatalogue catalogue) {
        this.succession = succession;
        this.requests = requests;
        this.administrators = administrators;
        this.form = form;
        this.enterprises = enterprises;
        this.catalogue = catalogue;
    }

    /** What waits for a decision. */
    public record Row(
            long id, String ticket, String enterprise, String creditCode, String login, String by, String at) {}

    @GetMapping
    String list(Model page) {
        page.addAttribute("rows", requests.open().stream().map(this::row).toList());
        return "succession";
    }

    private Row row(ChangeRequest request) {
        var enterprise = enterprises.of(request.enterprise());
        return new Row(
                request.id(),
                Succession.number(succession.ticket(request)),
                enterprise.nameZh(),
                enterprise.creditCode(),
                request.login(),
                request.preparedBy(),
                TIME.format(request.preparedAt()));
    }

    /** One of them with all that it says, which is put into the log. */
    @GetMapping("/request")
    String show(Actor administrator, @RequestParam long change, Model page) {
        var request = open(change);
        succession.viewed(request, administrator);
        page.addAttribute("row", row(request));
        page.addAttribute("present", names(administrators.of(request.enterprise())));
        page.addAttribute("group", request.person().map(form::tell));
        page.addAttribute("operator", operator(request));
        return "succession-request";
    }

    private static List<String> names(List<Account> accounts) {
        return accounts.stream()
                .map(account -> account.name() + " " + account.login())
                .toList();
    }

    private String operator(ChangeRequest request) {
        return request.person().isPresent()
                ? ""
                : administrators.candidates(request.enterprise()).stream()
                        .filter(account -> account.login().equals(request.login()))
                        .map(account -> account.name() + " " + account.login())
                        .findFirst()
                        .orElse(request.login());
    }

    /** The sealed request. */
    @GetMapping("/evidence")
    ResponseEntity<byte[]> evidence(Actor administrator, @RequestParam long change) {
        var held = succession.evidence(open(change), administrator).orElseThrow(SuccessionPages::unknown);
        return Downloads.of(held.file(), held.content());
    }

    @PostMapping
    String decide(
            Actor administrator,
            @RequestParam long change,
            @RequestParam(defaultValue = "false") boolean confirm,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        var request = requests.find(change).orElseThrow(SuccessionPages::unknown);
        var message = decided(request, confirm, reason, administrator);
        if (message.isEmpty()) {
            next.addFlashAttribute("done", true);
            return "redirect:/staff/administrators";
        }
        next.addFlashAttribute("wrong", catalogue.message(message).in(Tongue.now()));
        if (!request.isOpen()) {
            return "redirect:/staff/administrators";
        }
        next.addAttribute("change", change);
        return "redirect:/staff/administrators/request";
    }

    private String decided(ChangeRequest request, boolean confirm, String reason, Actor administrator) {
        try {
            var faults = succession.decide(request, confirm, reason, administrator);
            return faults.isEmpty() ? "" : faults.getFirst().message();
        } catch (DuplicateKeyException e) {
            // somebody else took the login or the mobile number at the same moment
            return "ERR_USERNAME_TAKEN";
        }
    }

    /** What was decided shows nobody's data any more. */
    private ChangeRequest open(long change) {
        return requests.find(change).filter(ChangeRequest::isOpen).orElseThrow(SuccessionPages::unknown);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
