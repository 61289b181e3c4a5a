package io.kouan.platform.identity;

import io.kouan.platform.accounts.Account;
import io.kouan.platform.accounts.Accounts;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.StoredPasswords;
import io.kouan.platform.identity.PasswordCheck.Verdict;
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

    private final People people;
    private final Accounts accounts;
    private final StoredPasswords passwords;
    private final PasswordCheck check;
    private final AccountAudit audit;

    PasswordSignIn(
            People people, Accounts accounts, StoredPasswords passwords, PasswordCheck check, AccountAudit audit) {
        this.people = people;
        this.accounts = accounts;
        this.passwords = passwords;
        this.check = check;
        this.audit = audit;
    }

    /** What comes of an attempt. */
    sealed interface Result {
        /** The password is right. */
        record Known(Account account) implements Result {}

        /** ERR_LOGIN, ERR_CAPTCHA, ERR_ACCOUNT_DISABLED. */
        record Refused(String message) implements Result {}

        /** ERR_ACCOUNT_LOCKED, for how long. */
        record Locked(long minutes) implements Result {}
    }

    Result attempt(PasswordCheck.Typed typed) {
        var login = typed.login();
        return switch (check.compare(
                typed, login, () -> accounts.find(login).flatMap(_ -> people.passwordHash(login)))) {
            case Verdict.Locked(long minutes) -> new Result.Locked(minutes);
            case Verdict.Refused(var message) -> new Result.Refused(message);
            case Verdict.Fits(var password, var hash) -> {
                passwords.upgrade(login, password, hash);
                yield entered(accounts.find(login).orElseThrow());
            }
        };
    }

    private Result entered(Account account) {
        if (account.disabled()) {
            return refused(account, "ERR_ACCOUNT_DISABLED");
        }
        return passwords.isOver(account.login()) ? refused(account, "ERR_LOGIN") : new Result.Known(account);
    }

    private Result refused(Account account, String message) {
        audit.refused(account.login(), "sign_in", message);
        return new Result.Refused(message);
    }
}
