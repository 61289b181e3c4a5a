package io.kouan.platform.staff;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.accounts.SignInFailures;
import io.kouan.platform.accounts.StaffAccount;
import io.kouan.platform.accounts.StaffAccounts;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.FormCatalogue;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

/** The security administrators' desk: accounts of staff, their roles, who waits after too many wrong passwords. */
@Controller
@Requires(function = "staff", right = Right.ADMINISTER)
@RequestMapping("/staff")
class StaffPages {

    private final StaffDesk desk;
    private final StaffAccounts accounts;
    private final RoleProposals proposals;
    private final SignInFailures failures;
    private final StaffScreen screen;
    private final FormCatalogue catalogue;

    StaffPages(
            StaffDesk desk,
            StaffAccounts accounts,
            RoleProposals proposals,
            SignInFailures failures,
            StaffScreen screen,
            FormCatalogue catalogue) {
        this.desk = desk;
        this.accounts = accounts;
        this.proposals = proposals;
        this.failures = failures;
        this.screen = screen;
        this.catalogue = catalogue;
    }

    /** A login that has to wait. */
    record Locked(String login, long failures, String last) {}

    @GetMapping
    String list(Actor administrator, Model page) {
        var view = view();
        page.addAttribute("rows", accounts.all().stream().map(view::row).toList());
        page.addAttribute(
                "waiting",
                proposals.open().stream()
                        .map(proposal -> view.waiting(proposal, administrator.login()))
                        .toList());
        page.addAttribute(
                "locked",
                failures.waiting().stream()
                        .map(it -> new Locked(it.login(), it.failures(), StaffView.time(it.last())))
                        .toList());
        return "staff";
    }

    @GetMapping("/new")
    String begin(Model page) {
        fill(Map.of(), List.of(), page);
        return "staff-new";
    }

    /** The password stands in the answer itself, so that it is kept nowhere. */
    @PostMapping
    String create(Actor administrator, @RequestParam Map<String, String> typed, Model page) {
        return switch (desk.create(typed, administrator)) {
            case StaffOutcome.Created(var login, var password) -> {
                page.addAttribute("login", login);
                page.addAttribute("password", password);
                yield "staff-created";
            }
            case StaffOutcome.Refused(var faults) -> {
                fill(typed, faults, page);
                yield "staff-new";
            }
            case StaffOutcome.Done(var login) -> "redirect:/staff/accounts/" + login;
            case StaffOutcome.Unknown() -> throw unknown();
        };
    }

    @GetMapping("/accounts/{login}")
    String show(Actor administrator, @PathVariable String login, Model page) {
        var account = accounts.find(login).orElseThrow(StaffPages::unknown);
        desk.viewed(account, administrator);
        show(account, StaffDetails.of(account), List.of(), page);
        return "staff-account";
    }

    @PostMapping("/accounts/{login}")
    String change(
            Actor administrator,
            @PathVariable String login,
            @RequestParam int version,
            @RequestParam Map<String, String> typed,
            Model page,
            RedirectAttributes next) {
        var outcome = desk.change(login, version, typed, administrator);
        if (outcome instanceof StaffOutcome.Refused(var faults)) {
            show(accounts.find(login).orElseThrow(StaffPages::unknown), typed, faults, page);
            return "staff-account";
        }
        return told(outcome, login, next);
    }

    @PostMapping("/accounts/{login}/disable")
    String disable(Actor administrator, @PathVariable String login, RedirectAttributes next) {
        return told(desk.disable(login, administrator), login, next);
    }

    @PostMapping("/accounts/{login}/roles")
    String propose(
            Actor administrator,
            @PathVariable String login,
            @RequestParam(required = false) List<String> roles,
            @RequestParam(name = "customs_scope", defaultValue = "") String customs,
            @RequestParam(name = "inspection_scope", defaultValue = "") String inspection,
            RedirectAttributes next) {
        return told(desk.propose(login, roles(roles), customs, inspection, administrator), login, next);
    }

    @PostMapping("/proposals/{proposal:\\d{1,18}}")
    String decide(
            Actor administrator, @PathVariable long proposal, @RequestParam boolean confirm, RedirectAttributes next) {
        var outcome = desk.decide(proposal, confirm, administrator);
        told(outcome, "", next);
        return "redirect:/staff";
    }

    @PostMapping("/unlock")
    String unlock(Actor administrator, @RequestParam String login, RedirectAttributes next) {
        desk.unlock(login, administrator);
        next.addFlashAttribute("done", true);
        return "redirect:/staff";
    }

    private String told(StaffOutcome outcome, String login, RedirectAttributes next) {
        switch (outcome) {
            case StaffOutcome.Done _, StaffOutcome.Created _ -> next.addFlashAttribute("done", true);
            case StaffOutcome.Refused(var faults) ->
                next.addFlashAttribute(
                        "wrong",
                        view().wrong(faults, screen.fields()).stream()
                                .map(StaffView.Wrong::text)
                                .toList());
            case StaffOutcome.Unknown() -> throw unknown();
        }
        return "redirect:/staff/accounts/" + login;
    }

    private void show(StaffAccount account, Map<String, String> values, List<Fault> faults, Model page) {
        var view = view();
        fill(values, faults, page);
        page.addAttribute("inputs", view.inputs(screen.fields(), values, true, faults));
        page.addAttribute("account", view.row(account));
        page.addAttribute("version", account.version());
        page.addAttribute(
                "roles", view.assignable(account.suspended().isEmpty() ? account.roles() : account.suspended()));
        page.addAttribute("customs", view.offices("customs_office", account.customsOffice(), screen.today()));
        page.addAttribute("inspection", view.offices("inspection_org", account.inspectionOffice(), screen.today()));
        page.addAttribute(
                "proposed", proposals.open().stream().anyMatch(it -> it.login().equals(account.login())));
    }

    private void fill(Map<String, String> values, List<Fault> faults, Model page) {
        page.addAttribute("inputs", view().inputs(screen.fields(), values, false, faults));
        page.addAttribute("faults", view().wrong(faults, screen.fields()));
    }

    /** A role that is not known is one that nobody may give. */
    private static Set<Role> roles(@Nullable List<String> codes) {
        var roles = EnumSet.noneOf(Role.class);
        for (String code : codes == null ? List.<String>of() : codes) {
            roles.add(StaffRules.assignable().stream()
                    .filter(role -> role.name().equals(code))
                    .findFirst()
                    .orElse(Role.SYSTEM));
        }
        return roles;
    }

    private StaffView view() {
        return StaffView.inLanguageOfReader(catalogue);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
