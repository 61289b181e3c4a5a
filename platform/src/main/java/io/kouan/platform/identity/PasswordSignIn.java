package io.kouan.platform.identity;

import io.kouan.platform.accounts.Account;
import io.kouan.platform.accounts.Accounts;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.SignInFailures;
import io.kouan.platform.accounts.SignInFailures.Attempt;
import io.kouan.platform.accounts.StoredPasswords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Compares login and password (登录, handbook screen 1.1).
 *
 * <p>Says the same, after the same work, whether the login is unknown or the password wrong (ERR_LOGIN). After three failures a captcha
 * is asked first, after five the account is locked for half an hour (ERR_ACCOUNT_LOCKED) also for the right password, known login or
 * not. That an account is disabled learns only who has its password.
 */
@Component
class PasswordSignIn {

    /** More than any password that can be set; what is longer is not worth the work. */
    private static final int LONGEST = 200;

    private final People people;
    private final Accounts accounts;
    private final StoredPasswords passwords;
    private final SignInFailures failures;
    private final Captchas captchas;
    private final PasswordEncoder encoder;
    private final AccountAudit audit;
    private final Clock clock;
    private final String hashOfNobody;

    PasswordSignIn(
            People people,
            Accounts accounts,
            StoredPasswords passwords,
            SignInFailures failures,
            Captchas captchas,
            PasswordEncoder encoder,
            AccountAudit audit,
            Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.passwords = passwords;
        this.failures = failures;
        this.captchas = captchas;
        this.encoder = encoder;
        this.audit = audit;
        this.clock = clock;
        this.hashOfNobody = encoder.encode(UUID.randomUUID().toString());
    }

    /** What was sent with the form. */
    record Typed(String login, String password, String captchaId, String captcha, String address) {}

    /** What comes of an attempt. */
    sealed interface Result {
        /** The password is right. */
        record Known(Account account) implements Result {}

        /** ERR_LOGIN, ERR_CAPTCHA, ERR_ACCOUNT_DISABLED. */
        record Refused(String message) implements Result {}

        /** ERR_ACCOUNT_LOCKED, for how long. */
        record Locked(long minutes) implements Result {}
    }

    Result attempt(Typed typed) {
        var locked = failures.lockedUntil(typed.login());
        if (locked.isPresent()) {
            return locked(typed.login(), locked.get());
        }
        if (failures.needCaptcha(typed.login()) && !captchas.isSolvedBy(typed.captchaId(), typed.captcha())) {
            return new Result.Refused("ERR_CAPTCHA");
        }
        return switch (failures.begin(typed.login(), typed.address())) {
            case Attempt.Locked(var until) -> locked(typed.login(), until);
            case Attempt.Counted(boolean last) -> compare(typed, last);
        };
    }

    private Result compare(Typed typed, boolean last) {
        var hash = people.passwordHash(typed.login());
        var password = typed.password().length() <= LONGEST ? typed.password() : "";
        boolean fits = encoder.matches(password, hash.orElse(hashOfNobody));
        var account = accounts.find(typed.login());
        if (!fits || account.isEmpty()) {
            audit.refused(typed.login(), "sign_in", "ERR_LOGIN");
            if (last) {
                audit.byProgram(shown(typed.login()), "lock");
                return new Result.Locked(SignInFailures.LOCK.toMinutes());
            }
            return new Result.Refused("ERR_LOGIN");
        }
        failures.forget(typed.login());
        passwords.upgrade(typed.login(), password, hash.orElseThrow());
        if (account.get().disabled()) {
            audit.refused(typed.login(), "sign_in", "ERR_ACCOUNT_DISABLED");
            return new Result.Refused("ERR_ACCOUNT_DISABLED");
        }
        if (passwords.isOver(typed.login())) {
            audit.refused(typed.login(), "sign_in", "ERR_LOGIN");
            return new Result.Refused("ERR_LOGIN");
        }
        return new Result.Known(account.get());
    }

    private Result locked(String login, Instant until) {
        audit.refused(login, "sign_in", "ERR_ACCOUNT_LOCKED");
        long seconds = Math.max(1, Duration.between(clock.instant(), until).toSeconds());
        return new Result.Locked((seconds + 59) / 60);
    }

    private static String shown(String login) {
        return login.length() <= 100 ? login : login.substring(0, 100);
    }
}
