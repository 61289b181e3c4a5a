package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Accounts;
import io.kouan.platform.accounts.SignInFailures;
import io.kouan.platform.accounts.SignInFailures.Attempt;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.identity.Captchas;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Compares login and password of this realm (登录). As at the Single Window: unknown and wrong say the same after the same work, three
 * failures ask for a captcha, five lock. What became of the registration learns only who has its password.
 */
@Component
class DeskSignIn {

    private static final int LONGEST = 200;

    private final DeskAccounts accounts;
    private final Accounts persons;
    private final SignInFailures failures;
    private final Captchas captchas;
    private final PasswordEncoder encoder;
    private final AuditLog audit;
    private final Clock clock;
    private final String hashOfNobody;

    DeskSignIn(
            DeskAccounts accounts,
            Accounts persons,
            SignInFailures failures,
            Captchas captchas,
            PasswordEncoder encoder,
            AuditLog audit,
            Clock clock) {
        this.accounts = accounts;
        this.persons = persons;
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
        /** The password is right, and the account may be used. */
        record Known(DeskAccount account) implements Result {}

        /** The password is right, and the registration was refused: it may be sent again. */
        record Rejected(DeskAccount account) implements Result {}

        /** ERR_LOGIN, ERR_CAPTCHA, ERR_ACCOUNT_PENDING, ERR_ACCOUNT_DISABLED, or that the Single Window asks for more. */
        record Refused(String message) implements Result {}

        /** ERR_ACCOUNT_LOCKED, for how long. */
        record Locked(long minutes) implements Result {}
    }

    /** Failures are counted by the login of this realm, which may be another's at the Single Window. */
    private static String key(String login) {
        return DeskAccounts.personOf(login);
    }

    boolean needCaptcha(String login) {
        return failures.needCaptcha(key(login));
    }

    Result attempt(Typed typed) {
        var key = key(typed.login());
        var locked = failures.lockedUntil(key);
        if (locked.isPresent()) {
            return locked(key, locked.get());
        }
        if (failures.needCaptcha(key) && !captchas.isSolvedBy(typed.captchaId(), typed.captcha())) {
            return new Result.Refused("ERR_CAPTCHA");
        }
        return switch (failures.begin(key, typed.address())) {
            case Attempt.Locked(var until) -> locked(key, until);
            case Attempt.Counted(boolean last) -> compare(typed, key, last);
        };
    }

    private Result compare(Typed typed, String key, boolean last) {
        var hash = accounts.passwordHash(typed.login());
        var password = typed.password().length() <= LONGEST ? typed.password() : "";
        boolean fits = encoder.matches(password, hash.orElse(hashOfNobody));
        var account = accounts.find(typed.login());
        if (!fits || account.isEmpty()) {
            refused(key, "sign_in", "ERR_LOGIN");
            if (last) {
                audit.write(AuditEntry.done("system", "系统", "SYSTEM", "account", shown(key), "lock"));
                return new Result.Locked(SignInFailures.LOCK.toMinutes());
            }
            return new Result.Refused("ERR_LOGIN");
        }
        failures.forget(key);
        return entered(account.get(), key);
    }

    private Result entered(DeskAccount account, String key) {
        return switch (account.state()) {
            case PENDING -> refusal(key, "ERR_ACCOUNT_PENDING");
            case REJECTED -> {
                refused(key, "sign_in", "ERR_ACCOUNT_REJECTED");
                yield new Result.Rejected(account);
            }
            case DISABLED -> refusal(key, "ERR_ACCOUNT_DISABLED");
            case ACTIVE -> {
                var person = persons.find(account.person());
                if (person.isEmpty() || person.get().disabled()) {
                    yield refusal(key, "ERR_ACCOUNT_DISABLED");
                }
                // this realm's password does not stand in for somebody's authenticator
                yield person.get().timeCodes() ? refusal(key, "ERR_FORBIDDEN") : new Result.Known(account);
            }
        };
    }

    private Result refusal(String key, String message) {
        refused(key, "sign_in", message);
        return new Result.Refused(message);
    }

    private void refused(String key, String action, String message) {
        audit.write(AuditEntry.refused(shown(key), "", "", "account", shown(key), action, message));
    }

    private Result locked(String key, Instant until) {
        refused(key, "sign_in", "ERR_ACCOUNT_LOCKED");
        long seconds = Math.max(1, Duration.between(clock.instant(), until).toSeconds());
        return new Result.Locked((seconds + 59) / 60);
    }

    private static String shown(String key) {
        return key.length() <= 100 ? key : key.substring(0, 100);
    }
}
