package io.kouan.platform.identity;

import io.kouan.platform.accounts.Account;
import io.kouan.platform.accounts.Accounts;
import io.kouan.platform.accounts.SignInFailures;
import io.kouan.platform.identity.PasswordSignIn.Result;
import io.kouan.platform.identity.SecondFactor.Asked;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes what the login box sends (登录框), asks for the second factor where one is needed, and begins the session. */
@Controller
class SignInPages {

    /** Session attributes: whose password was right, and since when the second factor is awaited. */
    private static final String HALF = "kouan.half";

    private static final String HALF_SINCE = "kouan.half.since";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final PasswordSignIn passwords;
    private final SecondFactor second;
    private final SmsCodes codes;
    private final SignInFailures failures;
    private final Accounts accounts;
    private final SignedIn signedIn;
    private final AccountAudit audit;
    private final RequestCache wanted;
    private final Clock clock;

    SignInPages(
            PasswordSignIn passwords,
            SecondFactor second,
            SmsCodes codes,
            SignInFailures failures,
            Accounts accounts,
            SignedIn signedIn,
            AccountAudit audit,
            RequestCache wanted,
            Clock clock) {
        this.passwords = passwords;
        this.second = second;
        this.codes = codes;
        this.failures = failures;
        this.accounts = accounts;
        this.signedIn = signedIn;
        this.audit = audit;
        this.wanted = wanted;
        this.clock = clock;
    }

    @PostMapping("/signin")
    String signIn(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String captchaId,
            @RequestParam(defaultValue = "") String captcha,
            HttpServletRequest request,
            HttpServletResponse response) {
        var typed = new PasswordCheck.Typed(login, password, captchaId, captcha, request.getRemoteAddr());
        return switch (passwords.attempt(typed)) {
            case Result.Known(var account) -> known(account, request, response);
            case Result.Locked(long minutes) -> "redirect:/signin?locked=" + minutes;
            case Result.Refused(var message) -> "redirect:/signin?" + why(message) + asked(login);
        };
    }

    private static String why(String message) {
        return switch (message) {
            case "ERR_CAPTCHA" -> "unread";
            case "ERR_ACCOUNT_DISABLED" -> "disabled";
            default -> "failed";
        };
    }

    private String asked(String login) {
        return failures.needCaptcha(login) ? "&captcha" : "";
    }

    private String known(Account account, HttpServletRequest request, HttpServletResponse response) {
        if (account.isStaff() && account.roles().isEmpty()) {
            audit.refused(account.login(), "sign_in", "ERR_FORBIDDEN");
            return "redirect:/signin?norole";
        }
        var asked = second.of(account);
        if (asked == Asked.NOTHING) {
            return enter(account, request, response);
        }
        if (asked == Asked.MISSING) {
            audit.refused(account.login(), "sign_in", "ERR_FORBIDDEN");
            return "redirect:/signin?nofactor";
        }
        var session = request.getSession(true);
        request.changeSessionId();
        session.setAttribute(HALF, account.login());
        session.setAttribute(HALF_SINCE, clock.millis());
        if (asked == Asked.SMS) {
            codes.send(SmsCodes.Purpose.SIGN_IN, account.details().mobile());
        }
        return "redirect:/signin/second";
    }

    @GetMapping("/signin/second")
    String askSecond(HttpServletRequest request, Model model) {
        var account = half(request);
        if (account.isEmpty()) {
            return "redirect:/signin";
        }
        model.addAttribute("asked", second.of(account.get()).name());
        return "signin-second";
    }

    @PostMapping("/signin/second")
    String takeSecond(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var account = half(request);
        if (account.isEmpty()) {
            return "redirect:/signin";
        }
        var login = account.get().login();
        return switch (failures.begin(login, request.getRemoteAddr())) {
            case SignInFailures.Attempt.Locked(var until) ->
                "redirect:/signin?locked="
                        + Math.max(1, Duration.between(clock.instant(), until).toMinutes());
            case SignInFailures.Attempt.Counted(boolean last) -> {
                if (second.isProvedBy(account.get(), code)) {
                    failures.forget(login);
                    yield enter(account.get(), request, response);
                }
                audit.refused(login, "second_factor", "ERR_SMS_CODE");
                if (last) {
                    audit.byProgram(login, "lock");
                    yield "redirect:/signin?locked=" + SignInFailures.LOCK.toMinutes();
                }
                model.addAttribute("asked", second.of(account.get()).name());
                model.addAttribute("wrong", true);
                yield "signin-second";
            }
        };
    }

    /** Whose password was right a moment ago. */
    private Optional<Account> half(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(HALF) instanceof String login)
                || !(session.getAttribute(HALF_SINCE) instanceof Long since)
                || clock.millis() - since > PATIENCE.toMillis()) {
            return Optional.empty();
        }
        return accounts.find(login).filter(account -> !account.disabled());
    }

    private String enter(Account account, HttpServletRequest request, HttpServletResponse response) {
        boolean changesPassword = signedIn.beginByPassword(account, request, response);
        audit.done(account, "sign_in");
        if (changesPassword) {
            return "redirect:/account/password";
        }
        var before = wanted.getRequest(request, response);
        wanted.removeRequest(request, response);
        return "redirect:" + (before == null ? "/start" : local(before.getRedirectUrl()));
    }

    /** Only where it came from: a remembered address never leads out of the house. */
    private static String local(String address) {
        var uri = URI.create(address);
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var path = uri.getRawPath() == null || uri.getRawPath().startsWith("//") ? "/" : uri.getRawPath();
        return path + query;
    }
}
