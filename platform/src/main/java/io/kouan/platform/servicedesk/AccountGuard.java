package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Realm;
import io.kouan.platform.accounts.RealmAccounts;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.accounts.SignInFailures;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.identity.OwnSessions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What security administrators do with accounts of this platform (SEC_ADMIN): take one out of use for ever (停用), unlock it (解除锁定). */
@Service
class AccountGuard {

    private static final int LEAST_REASON = 5;
    private static final int MOST_REASON = 500;

    private final DeskAccounts accounts;
    private final People people;
    private final RealmAccounts realms;
    private final SignInFailures failures;
    private final OwnSessions sessions;
    private final AuditLog audit;

    AccountGuard(
            DeskAccounts accounts,
            People people,
            RealmAccounts realms,
            SignInFailures failures,
            OwnSessions sessions,
            AuditLog audit) {
        this.accounts = accounts;
        this.people = people;
        this.realms = realms;
        this.failures = failures;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Whether the account waits after too many wrong passwords. */
    boolean isLocked(DeskAccount account) {
        return failures.lockedUntil(DeskAccounts.personOf(account.login())).isPresent();
    }

    /** disable: at once and for ever; what was done with it stays attributed. */
    @Transactional
    public List<Fault> disable(DeskAccount account, String reason, Actor administrator) {
        var said = reason.strip();
        if (said.length() < LEAST_REASON || said.length() > MOST_REASON) {
            return refused(account, "ERR_REASON_REQUIRED", administrator);
        }
        if (!accounts.disable(account, administrator.login(), said)) {
            return refused(account, "ERR_VERSION_CONFLICT", administrator);
        }
        realms.unlink(Realm.CS, account.login());
        if (!realms.isOf(account.person(), Realm.CS)) {
            people.revoke(account.person(), Role.CS_USER);
        }
        if (account.person().equals(DeskAccounts.personOf(account.login()))) {
            sessions.endAll(account.person());
        }
        audit.write(entry(account, "disable", administrator)
                .because(List.of(), said)
                .change(Map.of("state", account.state().name()), Map.of("state", DeskAccount.State.DISABLED.name())));
        return List.of();
    }

    /** unlock: whoever mistyped the password too often may try again. */
    @Transactional
    public List<Fault> unlock(DeskAccount account, Actor administrator) {
        failures.forget(DeskAccounts.personOf(account.login()));
        audit.write(entry(account, "unlock", administrator));
        return List.of();
    }

    Optional<DeskAccount> find(long id) {
        return accounts.find(id)
                .filter(account ->
                        account.state() == DeskAccount.State.ACTIVE || account.state() == DeskAccount.State.DISABLED);
    }

    private List<Fault> refused(DeskAccount account, String message, Actor administrator) {
        audit.write(AuditEntry.refused(
                administrator.login(),
                administrator.name(),
                Role.SEC_ADMIN.name(),
                "form/" + DeskRegistration.FORM,
                account.login(),
                "disable",
                message));
        return List.of(Fault.at("", message));
    }

    private static AuditEntry entry(DeskAccount account, String action, Actor administrator) {
        return AuditEntry.done(
                        administrator.login(),
                        administrator.name(),
                        Role.SEC_ADMIN.name(),
                        "form/" + DeskRegistration.FORM,
                        account.login(),
                        action)
                .version(account.version());
    }
}
