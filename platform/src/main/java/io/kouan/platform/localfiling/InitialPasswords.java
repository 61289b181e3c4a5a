package io.kouan.platform.localfiling;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.SignInFailures;
import io.kouan.platform.accounts.SignInFailures.Attempt;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.servicedesk.OwnPassword;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 查看初始密码: the initial passwords of the two entries, once, for somebody of the enterprise who has typed the own password again.
 *
 * <p>Before that nobody has them, the port included; they are in no text, mail, SMS or log. They count for seven days from the
 * reply, or from when they were handed out once more.
 */
@Service
class InitialPasswords {

    private final Cases cases;
    private final Issuances issuances;
    private final PasswordsAgainBook again;
    private final PortalAccounts accounts;
    private final OwnPassword own;
    private final SignInFailures failures;
    private final AuditLog audit;
    private final Clock clock;

    InitialPasswords(
            Cases cases,
            Issuances issuances,
            PasswordsAgainBook again,
            PortalAccounts accounts,
            OwnPassword own,
            SignInFailures failures,
            AuditLog audit,
            Clock clock) {
        this.cases = cases;
        this.issuances = issuances;
        this.again = again;
        this.accounts = accounts;
        this.own = own;
        this.failures = failures;
        this.audit = audit;
        this.clock = clock;
    }

    /** What comes of the wish to see them. */
    sealed interface Shown {

        /** Here they are, until then. */
        record Once(String customsAccount, String customs, String inspectionAccount, String inspection, Instant until)
                implements Shown {
            /** Never shows a password. */
            @Override
            public String toString() {
                return "Once[…]";
            }
        }

        /** They were shown before, or their time is over. */
        record NoMore() implements Shown {}

        /** ERR_LOGIN, ERR_ACCOUNT_LOCKED for so many minutes, or ERR_FORBIDDEN. */
        record Refused(String message, long minutes) implements Shown {}
    }

    /** Whether they can still be seen: answered, not shown yet, and not over. */
    boolean areThere(FormRecord ticket) {
        return cases.issuance(ticket)
                .filter(issuance -> cases.isAnswered(ticket) && issuance.isReleased())
                .filter(issuance ->
                        issuance.shownAt().isEmpty() && clock.instant().isBefore(until(ticket)))
                .isPresent();
    }

    private Instant until(FormRecord ticket) {
        var replied = cases.repliedAt(ticket).orElse(Instant.EPOCH);
        var given = again.last(ticket.id()).filter(replied::isBefore).orElse(replied);
        return given.plus(Issuance.LIFE);
    }

    /** Shows them. */
    @Transactional
    public Shown show(FormRecord ticket, String ownPassword, String address, Actor actor) {
        if (!cases.isAnswered(ticket) || !ticket.enterprise().equals(actor.enterprise()) || !actor.has("CS_USER")) {
            return new Shown.Refused("ERR_FORBIDDEN", 0);
        }
        if (failures.begin(actor.login(), address) instanceof Attempt.Locked(var lock)) {
            return refused(ticket, "ERR_ACCOUNT_LOCKED", lock, actor);
        }
        if (!own.fits(actor, ownPassword)) {
            return refused(ticket, "ERR_LOGIN", clock.instant(), actor);
        }
        failures.forget(actor.login());
        if (!areThere(ticket) || !issuances.show(ticket.id(), actor.login())) {
            return new Shown.NoMore();
        }
        var issuance = cases.issuance(ticket).orElseThrow();
        var until = until(ticket);
        audit.write(AuditEntry.done(
                actor.login(),
                actor.name(),
                "CS_USER",
                "local-filing",
                TicketRules.number(ticket),
                "initial_passwords"));
        return new Shown.Once(
                issuance.customsAccount(),
                accounts.issuePassword(issuance.customsAccount(), until),
                issuance.inspectionAccount(),
                accounts.issuePassword(issuance.inspectionAccount(), until),
                until);
    }

    private Shown refused(FormRecord ticket, String message, Instant lock, Actor actor) {
        audit.write(AuditEntry.refused(
                actor.login(),
                actor.name(),
                "CS_USER",
                "local-filing",
                TicketRules.number(ticket),
                "initial_passwords",
                message));
        return new Shown.Refused(
                message, 1 + Duration.between(clock.instant(), lock).toMinutes());
    }
}
