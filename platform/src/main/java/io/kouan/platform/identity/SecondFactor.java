package io.kouan.platform.identity;

import io.kouan.platform.accounts.Account;
import io.kouan.platform.accounts.StoredFactors;
import java.time.Clock;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The second thing that somebody has to have (双因素): the authenticator where one was set up, else for staff a code by SMS. Staff need
 * one outside the sandbox; the switch says otherwise (roles.md section 5).
 */
@Component
class SecondFactor {

    private final StoredFactors factors;
    private final SmsCodes codes;
    private final Clock clock;
    private final boolean staffNeedOne;

    SecondFactor(
            StoredFactors factors,
            SmsCodes codes,
            Clock clock,
            @Value("${kouan.accounts.staff-second-factor:#{!${kouan.sandbox:true}}}") boolean staffNeedOne) {
        this.factors = factors;
        this.codes = codes;
        this.clock = clock;
        this.staffNeedOne = staffNeedOne;
    }

    /** What is asked after the password. */
    enum Asked {
        NOTHING,
        /** the authenticator's code */
        TIME_CODE,
        /** the code sent to the registered number */
        SMS,
        /** one is needed and there is none: nobody gets in */
        MISSING
    }

    Asked of(Account account) {
        if (account.timeCodes()) {
            return Asked.TIME_CODE;
        }
        if (!account.isStaff() || !staffNeedOne) {
            return Asked.NOTHING;
        }
        return account.details().mobile().isEmpty() ? Asked.MISSING : Asked.SMS;
    }

    /** Whether that is the code, or one of the recovery codes. */
    boolean isProvedBy(Account account, String typed) {
        return switch (of(account)) {
            case NOTHING -> true;
            case MISSING -> false;
            case SMS -> codes.use(SmsCodes.Purpose.SIGN_IN, account.details().mobile(), typed);
            case TIME_CODE -> isTimeCode(account.login(), typed) || isRecovery(account.login(), typed);
        };
    }

    private boolean isTimeCode(String login, String typed) {
        var secret = factors.secret(login);
        if (secret.isEmpty()) {
            return false;
        }
        var step = Totp.step(secret.get(), typed, clock.instant());
        return step.isPresent() && factors.use(login, step.getAsLong());
    }

    private boolean isRecovery(String login, String typed) {
        return factors.useRecovery(login, Digests.of(plain(typed)));
    }

    /** A recovery code without what makes it readable. */
    static String plain(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /** Whether staff sign in with a password alone, which the page says. */
    boolean isOffForStaff() {
        return !staffNeedOne;
    }
}
