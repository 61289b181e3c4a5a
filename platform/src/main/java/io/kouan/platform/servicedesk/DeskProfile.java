package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.accounts.SignInFailures;
import io.kouan.platform.accounts.SignInFailures.Attempt;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.notifications.Choices;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the owner of an account changes in it without asking anybody: contact data and the password. */
@Service
class DeskProfile {

    private final DeskAccounts accounts;
    private final SignInFailures failures;
    private final PasswordEncoder passwords;
    private final Choices choices;
    private final AuditLog audit;

    DeskProfile(
            DeskAccounts accounts,
            SignInFailures failures,
            PasswordEncoder passwords,
            Choices choices,
            AuditLog audit) {
        this.accounts = accounts;
        this.failures = failures;
        this.passwords = passwords;
        this.choices = choices;
        this.audit = audit;
    }

    @Transactional
    public void changeContact(DeskAccount account, Answers answers, Actor actor) {
        accounts.change(account, answers);
        choices.choose(account.person(), DeskRegistration.choice(answers), actor);
        write(account, "contact", actor);
    }

    /** The message of what was wrong; wrong passwords count as at the sign-in. */
    public Optional<String> changePassword(
            DeskAccount account, String current, String chosen, String address, Actor actor) {
        var key = DeskAccounts.personOf(account.login());
        if (failures.begin(key, address) instanceof Attempt.Locked) {
            return Optional.of("ERR_LOGIN");
        }
        var hash = accounts.passwordHash(account.login()).orElseThrow();
        if (current.length() > 200 || !passwords.matches(current, hash)) {
            return Optional.of("ERR_LOGIN");
        }
        failures.forget(key);
        if (passwords.matches(chosen, hash)) {
            return Optional.of("ERR_PASSWORD_POLICY");
        }
        accounts.changePassword(account, passwords.encode(chosen));
        write(account, "change_password", actor);
        return Optional.empty();
    }

    private void write(DeskAccount account, String action, Actor actor) {
        audit.write(
                AuditEntry.done(actor.login(), actor.name(), Role.CS_USER.name(), "account", account.person(), action));
    }
}
