package io.kouan.platform.identity;

import io.kouan.platform.accounts.SignInFailures;
import io.kouan.platform.accounts.SignInFailures.Attempt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Compares a password for whichever realm asks (密码核对, H-011): attempts are counted, after some the picture has to be read, after more
 * the login waits. A login that does not exist takes as long and answers the same.
 */
@Component
public class PasswordCheck {

    /** More than any password that can be set; what is longer is not worth the work. */
    private static final int LONGEST = 200;

    private final SignInFailures failures;
    private final Captchas captchas;
    private final PasswordEncoder encoder;
    private final AccountAudit audit;
    private final Clock clock;
    private final String hashOfNobody;

    PasswordCheck(
            SignInFailures failures, Captchas captchas, PasswordEncoder encoder, AccountAudit audit, Clock clock) {
        this.failures = failures;
        this.captchas = captchas;
        this.encoder = encoder;
        this.audit = audit;
        this.clock = clock;
        this.hashOfNobody = encoder.encode(UUID.randomUUID().toString());
    }

    /** What was sent with the form. */
    public record Typed(String login, String password, String captchaId, String captcha, String address) {}

    /** What comes of a comparison. */
    public sealed interface Verdict {
        /** The password is right; so is the hash that is kept of it. */
        record Fits(String password, String hash) implements Verdict {}

        /** ERR_LOGIN, ERR_CAPTCHA. */
        record Refused(String message) implements Verdict {}

        /** ERR_ACCOUNT_LOCKED, for how long. */
        record Locked(long minutes) implements Verdict {}
    }

    public boolean needCaptcha(String key) {
        return failures.needCaptcha(key);
    }

    /**
     * Compares once.
     *
     * @param key by what failures are counted and told in the audit log
     * @param kept the hash, where there is such an account
     */
    public Verdict compare(Typed typed, String key, Supplier<Optional<String>> kept) {
        var locked = failures.lockedUntil(key);
        if (locked.isPresent()) {
            return locked(key, locked.get());
        }
        if (failures.needCaptcha(key) && !captchas.isSolvedBy(typed.captchaId(), typed.captcha())) {
            return new Verdict.Refused("ERR_CAPTCHA");
        }
        return switch (failures.begin(key, typed.address())) {
            case Attempt.Locked(var until) -> locked(key, until);
            case Attempt.Counted(boolean last) -> compare(typed, key, kept.get(), last);
        };
    }

    private Verdict compare(Typed typed, String key, Optional<String> kept, boolean last) {
        var password = typed.password().length() <= LONGEST ? typed.password() : "";
        if (encoder.matches(password, kept.orElse(hashOfNobody)) && kept.isPresent()) {
            failures.forget(key);
            return new Verdict.Fits(password, kept.get());
        }
        audit.refused(key, "sign_in", "ERR_LOGIN");
        if (last) {
            audit.byProgram(key, "lock");
            return new Verdict.Locked(SignInFailures.LOCK.toMinutes());
        }
        return new Verdict.Refused("ERR_LOGIN");
    }

    private Verdict locked(String key, Instant until) {
        audit.refused(key, "sign_in", "ERR_ACCOUNT_LOCKED");
        long seconds = Math.max(1, Duration.between(clock.instant(), until).toSeconds());
        return new Verdict.Locked((seconds + 59) / 60);
    }
}
