package io.kouan.platform.identity;

import io.kouan.platform.accounts.Account;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts what happens to accounts into the audit log (AUD-01), without any secret (AUD-05). */
@Component
class AccountAudit {

    private static final String ACCOUNT = "account";

    private static final int LONGEST = 100;

    private final AuditLog log;

    AccountAudit(AuditLog log) {
        this.log = log;
    }

    /** Somebody did something to the own account. */
    void done(Account account, String action) {
        log.write(AuditEntry.done(account.login(), account.name(), role(account), ACCOUNT, account.login(), action));
    }

    /** Somebody did something to another account. */
    void done(Actor actor, String role, String login, String action, Map<String, String> after) {
        log.write(AuditEntry.done(actor.login(), actor.name(), role, ACCOUNT, login, action)
                .change(Map.of(), after));
    }

    /** Something that the program did to an account. */
    void byProgram(String login, String action) {
        log.write(AuditEntry.done("system", "系统", "SYSTEM", ACCOUNT, cut(login), action));
    }

    /** A sign-in or proof that failed; the login as it was typed, cut. */
    void refused(String login, String action, String message) {
        var shown = cut(login);
        log.write(AuditEntry.refused(shown, "", "", ACCOUNT, shown, action, message));
    }

    /** Whoever typed a login may have typed anything. */
    private static String cut(String login) {
        return login.length() <= LONGEST ? login : login.substring(0, LONGEST);
    }

    /** A customs code was confirmed or refused. */
    void judged(Actor actor, String customsCode, boolean passed, String reason) {
        log.write(AuditEntry.done(
                        actor.login(),
                        actor.name(),
                        "CUS_REG_REVIEWER",
                        "customs_code",
                        customsCode,
                        passed ? "verify" : "refuse")
                .because(List.of(), reason));
    }

    /** An enterprise said whether it is an agent. */
    void agent(Actor actor, String creditCode, boolean before, boolean after, boolean proof) {
        var role = actor.roles().contains(Role.ENT_LEGAL) ? Role.ENT_LEGAL : Role.ENT_ADMIN;
        log.write(AuditEntry.done(actor.login(), actor.name(), role.name(), "enterprise", creditCode, "agent_status")
                .change(
                        Map.of("is_agent", Boolean.toString(before)),
                        Map.of("is_agent", Boolean.toString(after), "agent_proof", Boolean.toString(proof))));
    }

    /** An enterprise entered or changed its customs code. */
    void claimed(Actor actor, String customsCode) {
        log.write(AuditEntry.done(actor.login(), actor.name(), "ENT_ADMIN", "customs_code", customsCode, "claim"));
    }

    private static String role(Account account) {
        return account.roles().stream().map(Enum::name).sorted().findFirst().orElse("");
    }
}
