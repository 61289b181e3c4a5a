package io.kouan.platform.identity;

import io.kouan.platform.accounts.Account;
import io.kouan.platform.accounts.Accounts;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Permissions;
import io.kouan.platform.accounts.RealmAccounts;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.accounts.SignInFailures;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.Mask;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The user centre (用户中心, handbook screen 1.3): own data, password, own sessions. */
@Controller
@Requires(function = "own_account", right = Right.READ)
@RequestMapping("/account")
class AccountPages {

    private final Accounts accounts;
    private final People people;
    private final RealmAccounts realms;
    private final PasswordEncoder encoder;
    private final NewPassword password;
    private final SignInFailures failures;
    private final OwnSessions sessions;
    private final AccountAudit audit;
    private final Permissions permissions;

    AccountPages(
            Accounts accounts,
            People people,
            RealmAccounts realms,
            PasswordEncoder encoder,
            NewPassword password,
            SignInFailures failures,
            OwnSessions sessions,
            AccountAudit audit,
            Permissions permissions) {
        this.accounts = accounts;
        this.people = people;
        this.realms = realms;
        this.encoder = encoder;
        this.password = password;
        this.failures = failures;
        this.sessions = sessions;
        this.audit = audit;
        this.permissions = permissions;
    }

    @GetMapping
    String show(Actor actor, @RequestParam(defaultValue = "") String done, Model model) {
        var account = account(actor);
        model.addAttribute("account", account);
        model.addAttribute("idNumber", Mask.ID.of(account.details().idNumber()));
        model.addAttribute("mobile", Mask.MOBILE.of(account.details().mobile()));
        model.addAttribute("realms", realms.of(actor.login()));
        model.addAttribute("linkable", permissions.allow(actor.roles(), "cs_account_link", Right.UPDATE));
        model.addAttribute("done", List.of("password", "mobile", "factor").contains(done) ? done : "");
        return "account";
    }

    @GetMapping("/password")
    String askPassword(HttpServletRequest request, Model model) {
        return askPassword(List.of(), "", request, model);
    }

    @PostMapping("/password")
    @Requires(function = "own_account", right = Right.UPDATE)
    String changePassword(
            Actor actor,
            @RequestParam(defaultValue = "") String present,
            @RequestParam(name = "new_password", defaultValue = "") String chosen,
            @RequestParam(name = "new_password_confirm", defaultValue = "") String again,
            HttpServletRequest request,
            Model model) {
        var account = account(actor);
        if (!knows(account, present, request)) {
            return askPassword(List.of(), "ERR_LOGIN", request, model);
        }
        var faults = password.faults(account.login(), chosen, again);
        if (!faults.isEmpty()) {
            return askPassword(faults, "", request, model);
        }
        password.take(account, chosen, "change_password");
        request.getSession().removeAttribute(SignedIn.CHANGE_PASSWORD);
        sessions.endOthers(account.login(), request.getSession().getId());
        return "redirect:/account?done=password";
    }

    /** Whoever sits at somebody else's browser cannot guess here faster than at the sign-in. */
    private boolean knows(Account account, String present, HttpServletRequest request) {
        boolean counted =
                failures.begin(account.login(), request.getRemoteAddr()) instanceof SignInFailures.Attempt.Counted;
        boolean fits = counted
                && people.passwordHash(account.login())
                        .filter(hash -> encoder.matches(present, hash))
                        .isPresent();
        if (fits) {
            failures.forget(account.login());
        } else {
            audit.refused(account.login(), "change_password", "ERR_LOGIN");
        }
        return fits;
    }

    private String askPassword(List<Fault> faults, String wrong, HttpServletRequest request, Model model) {
        var told = password.told(faults);
        model.addAttribute("faults", told);
        model.addAttribute("group", password.asked(told));
        model.addAttribute("wrong", !wrong.isEmpty());
        var session = request.getSession(false);
        var reason = session == null ? null : session.getAttribute(SignedIn.CHANGE_PASSWORD);
        model.addAttribute("initial", PasswordAge.Reason.INITIAL.name().equals(reason));
        model.addAttribute("expired", PasswordAge.Reason.EXPIRED.name().equals(reason));
        return "account-password";
    }

    @GetMapping("/sessions")
    String showSessions(Actor actor, HttpServletRequest request, Model model) {
        model.addAttribute(
                "sessions", sessions.of(actor.login(), request.getSession().getId()));
        return "account-sessions";
    }

    @PostMapping("/sessions/end")
    @Requires(function = "own_account", right = Right.UPDATE)
    String endSession(Actor actor, @RequestParam(defaultValue = "") String mark, HttpServletRequest request) {
        if (mark.isEmpty()) {
            sessions.endOthers(actor.login(), request.getSession().getId());
        } else {
            sessions.end(actor.login(), mark);
        }
        audit.done(account(actor), "end_session");
        return "redirect:/account/sessions";
    }

    private Account account(Actor actor) {
        return accounts.find(actor.login()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
