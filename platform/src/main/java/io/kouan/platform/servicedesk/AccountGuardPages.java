package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.Mask;
import io.kouan.platform.forms.page.Tongue;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The security administrators' page 客服平台账号: finds an account, takes it out of use, unlocks it. */
@Controller
@Requires(function = "staff", right = Right.ADMINISTER)
@RequestMapping("/staff/service-desk")
class AccountGuardPages {

    private static final int LONGEST = 100;

    private final DeskAccounts accounts;
    private final AccountGuard guard;
    private final FormCatalogue catalogue;

    AccountGuardPages(DeskAccounts accounts, AccountGuard guard, FormCatalogue catalogue) {
        this.accounts = accounts;
        this.guard = guard;
        this.catalogue = catalogue;
    }

    /** A line of the list, the mobile number masked. */
    public record Row(
            long id,
            int version,
            String login,
            String company,
            String creditCode,
            String name,
            String mobile,
            boolean linked,
            boolean disabled,
            boolean locked) {}

    @GetMapping
    String show(@RequestParam(defaultValue = "") String q, Model page) {
        var text = q.length() > LONGEST ? q.substring(0, LONGEST) : q;
        page.addAttribute("q", text);
        page.addAttribute(
                "rows", accounts.approved(text).stream().map(this::row).toList());
        return "staff-service-desk";
    }

    private Row row(DeskAccount account) {
        return new Row(
                account.id(),
                account.version(),
                account.login(),
                account.company(),
                account.creditCode(),
                account.name(),
                Mask.MOBILE.of(account.mobile()),
                !account.person().equals(DeskAccounts.personOf(account.login())),
                account.state() == DeskAccount.State.DISABLED,
                guard.isLocked(account));
    }

    @PostMapping("/disable")
    String disable(
            Actor administrator,
            @RequestParam long account,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        return told(
                account,
                found -> found.version() == version
                        ? guard.disable(found, reason, administrator)
                        : List.of(Fault.at("", "ERR_VERSION_CONFLICT")),
                next);
    }

    @PostMapping("/unlock")
    String unlock(Actor administrator, @RequestParam long account, RedirectAttributes next) {
        return told(account, found -> guard.unlock(found, administrator), next);
    }

    private String told(long id, Function<DeskAccount, List<Fault>> step, RedirectAttributes next) {
        var account = guard.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var faults = step.apply(account);
        if (faults.isEmpty()) {
            next.addFlashAttribute("done", true);
        } else {
            next.addFlashAttribute(
                    "wrong", catalogue.message(faults.getFirst().message()).in(Tongue.now()));
        }
        next.addAttribute("q", account.login());
        return "redirect:/staff/service-desk";
    }
}
