package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Accounts;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.identity.PasswordCheck;
import io.kouan.platform.identity.PasswordCheck.Verdict;
import org.springframework.stereotype.Component;

/**
 * Compares login and password of this realm (登录). As at the Single Window: unknown and wrong say the same after the same work, three
 * failures ask for a captcha, five lock. What became of the registration learns only who has its password.
 */
@Component
class DeskSignIn {

    private final DeskAccounts accounts;
    private final Accounts persons;
    private final PasswordCheck check;
    private final AuditLog audit;

    DeskSignIn(DeskAccounts accounts, Accounts persons, PasswordCheck check, AuditLog audit) {
        this.accounts = accounts;
        this.persons = persons;
        this.check = check;
        this.audit = audit;
    }

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
        return check.needCaptcha(key(login));
    }

    Result attempt(PasswordCheck.Typed typed) {
        var login = typed.login();
        var key = key(login);
        return switch (check.compare(
                typed, key, () -> accounts.find(login).flatMap(_ -> accounts.passwordHash(login)))) {
            case Verdict.Locked(long minutes) -> new Result.Locked(minutes);
            case Verdict.Refused(var message) -> new Result.Refused(message);
            case Verdict.Fits _ -> entered(accounts.find(login).orElseThrow(), key);
        };
    }

    private Result entered(DeskAccount account, String key) {
        return switch (account.state()) {
            case PENDING -> refusal(key, "ERR_ACCOUNT_PENDING");
            case REJECTED -> {
                refused(key, "ERR_ACCOUNT_REJECTED");
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
        refused(key, message);
        return new Result.Refused(message);
    }

    private void refused(String key, String message) {
        audit.write(AuditEntry.refused(shown(key), "", "", "account", shown(key), "sign_in", message));
    }

    private static String shown(String key) {
        return key.length() <= 100 ? key : key.substring(0, 100);
    }
}
