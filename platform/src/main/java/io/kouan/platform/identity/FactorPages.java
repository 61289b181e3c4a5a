package io.kouan.platform.identity;

import io.kouan.platform.accounts.Account;
import io.kouan.platform.accounts.Accounts;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.accounts.StoredFactors;
import jakarta.servlet.http.HttpSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Setting up an authenticator (验证器, RFC 6238) and taking it away again; recovery codes are shown once. */
@Controller
@Requires(function = "own_account", right = Right.UPDATE)
@RequestMapping("/account/second-factor")
class FactorPages {

    private static final String SECRET = "kouan.factor";
    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 8;
    private static final int RECOVERY_BYTES = 10;

    private final Accounts accounts;
    private final StoredFactors factors;
    private final SecondFactor second;
    private final AccountAudit audit;
    private final Clock clock;
    private final SecureRandom random;

    FactorPages(
            Accounts accounts,
            StoredFactors factors,
            SecondFactor second,
            AccountAudit audit,
            Clock clock,
            SecureRandom random) {
        this.accounts = accounts;
        this.factors = factors;
        this.second = second;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    @GetMapping
    String show(Actor actor, HttpSession session, Model model) {
        var account = account(actor);
        return account.timeCodes() ? page("on", model) : offer(account, session, model);
    }

    private String offer(Account account, HttpSession session, Model model) {
        if (!(session.getAttribute(SECRET) instanceof byte[] sealed)) {
            var fresh = new byte[SECRET_BYTES];
            random.nextBytes(fresh);
            session.setAttribute(SECRET, factors.seal(account.login(), fresh));
            return offer(account, session, model);
        }
        var text = Totp.base32(factors.open(account.login(), sealed));
        model.addAttribute("secret", text);
        model.addAttribute(
                "picture",
                QrPicture.of("otpauth://totp/Kouan:" + URLEncoder.encode(account.login(), StandardCharsets.UTF_8)
                        + "?secret=" + text + "&issuer=Kouan"));
        return page("offer", model);
    }

    @PostMapping("/on")
    String turnOn(Actor actor, @RequestParam(defaultValue = "") String code, HttpSession session, Model model) {
        var account = account(actor);
        if (account.timeCodes() || !(session.getAttribute(SECRET) instanceof byte[] sealed)) {
            return "redirect:/account/second-factor";
        }
        var secret = factors.open(account.login(), sealed);
        var step = Totp.step(secret, code, clock.instant());
        if (step.isEmpty()) {
            model.addAttribute("wrong", true);
            return offer(account, session, model);
        }
        var recovery = Stream.generate(this::recoveryCode).limit(RECOVERY_CODES).toList();
        factors.turnOn(
                account.login(),
                secret,
                step.getAsLong(),
                recovery.stream().map(it -> Digests.of(SecondFactor.plain(it))).toList());
        session.removeAttribute(SECRET);
        audit.done(account, "second_factor_on");
        model.addAttribute("recovery", recovery);
        return page("done", model);
    }

    /** Sixteen characters in groups of four. */
    private String recoveryCode() {
        var bytes = new byte[RECOVERY_BYTES];
        random.nextBytes(bytes);
        return Totp.base32(bytes).replaceAll("(.{4})(?=.)", "$1-");
    }

    @PostMapping("/off")
    String turnOff(Actor actor, @RequestParam(defaultValue = "") String code, Model model) {
        var account = account(actor);
        if (!account.timeCodes()) {
            return "redirect:/account/second-factor";
        }
        if (!second.isProvedBy(account, code)) {
            audit.refused(account.login(), "second_factor_off", "ERR_SMS_CODE");
            model.addAttribute("wrong", true);
            return page("on", model);
        }
        factors.turnOff(account.login());
        audit.done(account, "second_factor_off");
        return "redirect:/account?done=factor";
    }

    private static String page(String state, Model model) {
        model.addAttribute("state", state);
        return "account-factor";
    }

    private Account account(Actor actor) {
        return accounts.find(actor.login()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
