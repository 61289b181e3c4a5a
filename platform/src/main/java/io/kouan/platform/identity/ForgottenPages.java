package io.kouan.platform.identity;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.accounts.Account;
import io.kouan.platform.accounts.Accounts;
import io.kouan.platform.accounts.SignInFailures;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.FormCatalogue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Forgotten password (忘记密码, handbook screen 1.1): login name and captcha, then a code by SMS or a link by mail, then the new password,
 * and all sessions of the account end. Whether there is such an account is told to nobody: the pages are the same.
 */
@Controller
class ForgottenPages {

    private static final String LOGIN = "kouan.forgotten";
    private static final String PROVED = "kouan.forgotten.proved";
    private static final String SINCE = "kouan.forgotten.since";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int LONGEST = 100;

    private final Accounts accounts;
    private final Captchas captchas;
    private final SmsCodes codes;
    private final PasswordLinks links;
    private final NewPassword password;
    private final SignInFailures failures;
    private final OwnSessions sessions;
    private final AccountAudit audit;
    private final FormCatalogue catalogue;
    private final Clock clock;

    ForgottenPages(
            Accounts accounts,
            Captchas captchas,
            SmsCodes codes,
            PasswordLinks links,
            NewPassword password,
            SignInFailures failures,
            OwnSessions sessions,
            AccountAudit audit,
            FormCatalogue catalogue,
            Clock clock) {
        this.accounts = accounts;
        this.captchas = captchas;
        this.codes = codes;
        this.links = links;
        this.password = password;
        this.failures = failures;
        this.sessions = sessions;
        this.audit = audit;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping("/forgotten")
    String begin(Model model) {
        return page("begin", "", model);
    }

    @PostMapping("/forgotten")
    String send(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String captchaId,
            @RequestParam(defaultValue = "") String captcha,
            @RequestParam(defaultValue = "sms") String way,
            HttpSession session,
            Model model) {
        if (!captchas.isSolvedBy(captchaId, captcha)) {
            model.addAttribute("login", login);
            return page("begin", "ERR_CAPTCHA", model);
        }
        var known = login.length() <= LONGEST ? login : login.substring(0, LONGEST);
        session.setAttribute(LOGIN, known);
        session.removeAttribute(PROVED);
        var account = usable(known);
        if (way.equals("mail")) {
            account.ifPresent(links::send);
            return "redirect:/forgotten/sent";
        }
        account.map(it -> it.details().mobile())
                .filter(mobile -> !mobile.isEmpty())
                .ifPresent(mobile -> codes.send(SmsCodes.Purpose.FORGOTTEN, mobile));
        return "redirect:/forgotten/code";
    }

    private Optional<Account> usable(String login) {
        return accounts.find(login).filter(account -> !account.disabled());
    }

    @GetMapping("/forgotten/sent")
    String sent(Model model) {
        return page("sent", "", model);
    }

    @GetMapping("/forgotten/code")
    String askCode(HttpSession session, Model model) {
        return session.getAttribute(LOGIN) == null ? "redirect:/forgotten" : page("code", "", model);
    }

    @PostMapping("/forgotten/code")
    String takeCode(
            @RequestParam(name = "sms_code", defaultValue = "") String code, HttpServletRequest request, Model model) {
        var session = request.getSession();
        if (!(session.getAttribute(LOGIN) instanceof String login)) {
            return "redirect:/forgotten";
        }
        var account = usable(login)
                .filter(it -> codes.use(SmsCodes.Purpose.FORGOTTEN, it.details().mobile(), code));
        if (account.isEmpty()) {
            audit.refused(login, "reset_password", "ERR_SMS_CODE");
            return page("code", "ERR_SMS_CODE", model);
        }
        return proved(account.get().login(), request);
    }

    /** Following the link changes nothing yet: programs that look into mails follow links too. */
    @GetMapping("/forgotten/mail")
    String askLink(@RequestParam(defaultValue = "") String token, Model model) {
        model.addAttribute("token", token);
        return page("mail", "", model);
    }

    @PostMapping("/forgotten/mail")
    String takeLink(@RequestParam(defaultValue = "") String token, HttpServletRequest request, Model model) {
        var login = links.use(token).flatMap(this::usable).map(Account::login);
        if (login.isEmpty()) {
            model.addAttribute("gone", true);
            return page("mail", "", model);
        }
        return proved(login.get(), request);
    }

    private String proved(String login, HttpServletRequest request) {
        var session = request.getSession();
        request.changeSessionId();
        session.removeAttribute(LOGIN);
        session.setAttribute(PROVED, login);
        session.setAttribute(SINCE, clock.millis());
        return "redirect:/forgotten/password";
    }

    @GetMapping("/forgotten/password")
    String askPassword(HttpSession session, Model model) {
        return proved(session).isEmpty() ? "redirect:/forgotten" : askPassword(List.of(), model);
    }

    @PostMapping("/forgotten/password")
    String takePassword(
            @RequestParam(name = "new_password", defaultValue = "") String chosen,
            @RequestParam(name = "new_password_confirm", defaultValue = "") String again,
            HttpSession session,
            Model model) {
        var account = proved(session);
        if (account.isEmpty()) {
            return "redirect:/forgotten";
        }
        var login = account.get().login();
        var faults = password.faults(login, chosen, again);
        if (!faults.isEmpty()) {
            return askPassword(faults, model);
        }
        password.take(account.get(), chosen, "reset_password");
        failures.forget(login);
        session.invalidate();
        sessions.endAll(login);
        return "redirect:/signin?changed";
    }

    private Optional<Account> proved(HttpSession session) {
        if (!(session.getAttribute(PROVED) instanceof String login)
                || !(session.getAttribute(SINCE) instanceof Long since)
                || clock.millis() - since > PATIENCE.toMillis()) {
            return Optional.empty();
        }
        return usable(login);
    }

    private String askPassword(List<Fault> faults, Model model) {
        var told = password.told(faults);
        model.addAttribute("faults", told);
        model.addAttribute("group", password.asked(told));
        return page("password", "", model);
    }

    private String page(String step, String message, Model model) {
        boolean english = LocaleContextHolder.getLocale().getLanguage().equals("en");
        model.addAttribute("step", step);
        model.addAttribute(
                "fault", message.isEmpty() ? "" : catalogue.message(message).in(english ? Language.EN : Language.ZH));
        if (step.equals("begin")) {
            model.addAttribute("captcha", captchas.ask());
        }
        return "forgotten";
    }
}
