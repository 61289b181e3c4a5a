package io.kouan.platform.localfiling;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.identity.OwnSessions;
import io.kouan.platform.notifications.Notifications;
import io.kouan.platform.notifications.Reader;
import io.kouan.platform.notifications.Recipients;
import io.kouan.platform.servicedesk.Tickets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 重新发放初始密码: initial passwords that were lost, or that nobody looked at in time, are handed out once more on the original ticket. One
 * agent prepares it with a reason, another releases it (SOD-04); then the passwords before are dead, and the enterprise sees the new ones
 * once, as at the first time. No agent ever sees one (SOD-14).
 */
@Service
class PasswordsAgain {

    private static final int LEAST_REASON = 5;
    private static final int MOST_REASON = 500;

    private final Cases cases;
    private final PasswordsAgainBook book;
    private final Issuances issuances;
    private final InitialPasswords passwords;
    private final PortalAccounts accounts;
    private final OwnSessions sessions;
    private final Tickets tickets;
    private final Notifications notifications;
    private final AuditLog audit;

    PasswordsAgain(
            Cases cases,
            PasswordsAgainBook book,
            Issuances issuances,
            InitialPasswords passwords,
            PortalAccounts accounts,
            OwnSessions sessions,
            Tickets tickets,
            Notifications notifications,
            AuditLog audit) {
        this.cases = cases;
        this.book = book;
        this.issuances = issuances;
        this.passwords = passwords;
        this.accounts = accounts;
        this.sessions = sessions;
        this.tickets = tickets;
        this.notifications = notifications;
        this.audit = audit;
    }

    /** Whether it can be prepared: they were given out on this ticket, and can be seen no more. */
    boolean mayPrepare(FormRecord ticket) {
        return cases.isAnswered(ticket)
                && cases.issuance(ticket).filter(Issuance::isReleased).isPresent()
                && !passwords.areThere(ticket)
                && book.open(ticket.id()).isEmpty();
    }

    Optional<PasswordsAgainBook.Prepared> open(FormRecord ticket) {
        return book.open(ticket.id());
    }

    /** 申请重新发放 */
    @Transactional
    public Optional<Fault> prepare(FormRecord ticket, String reason, Actor actor) {
        var said = reason.strip();
        if (isOwn(ticket, actor)) {
            return refused(ticket, "prepare_passwords", "ERR_SELF_APPROVAL", actor);
        }
        if (!isAgent(actor) || !mayPrepare(ticket)) {
            return refused(ticket, "prepare_passwords", "ERR_FORBIDDEN", actor);
        }
        if (said.length() < LEAST_REASON || said.length() > MOST_REASON) {
            return Optional.of(Fault.at("reason", "ERR_REASON_REQUIRED"));
        }
        if (!book.prepare(ticket.id(), said, actor.login())) {
            return refused(ticket, "prepare_passwords", "ERR_VERSION_CONFLICT", actor);
        }
        audit.write(entry(ticket, "prepare_passwords", actor).because(List.of(), said));
        return Optional.empty();
    }

    /** 复核放行, or not. */
    @Transactional
    public Optional<Fault> decide(FormRecord ticket, boolean release, Actor actor) {
        var action = release ? "release_passwords" : "reject_passwords";
        var prepared = book.open(ticket.id());
        boolean both =
                release && prepared.filter(it -> it.by().equals(actor.login())).isPresent();
        if (both || isOwn(ticket, actor)) {
            return refused(ticket, action, "ERR_SELF_APPROVAL", actor);
        }
        if (!isAgent(actor) || !cases.isAnswered(ticket)) {
            return refused(ticket, action, "ERR_FORBIDDEN", actor);
        }
        if (prepared.isEmpty() || !book.decide(prepared.get(), release, actor.login())) {
            return refused(ticket, action, "ERR_VERSION_CONFLICT", actor);
        }
        if (release) {
            release(ticket);
        }
        audit.write(entry(ticket, action, actor));
        return Optional.empty();
    }

    private void release(FormRecord ticket) {
        var issuance = cases.issuance(ticket).orElseThrow();
        for (String login : List.of(issuance.customsAccount(), issuance.inspectionAccount())) {
            accounts.forget(login);
            sessions.endAll(login);
            sessions.endAll(login.toLowerCase(java.util.Locale.ROOT));
        }
        issuances.hide(ticket.id());
        tickets.note(ticket, "passwords_again", "初始密码已重新发放，请在七天内登录客户服务平台，在本工单中查看；此前的密码已作废。");
        notifications.tell(
                "N-36",
                List.of(new Reader(
                        new Recipients.OnePerson(ticket.submittedBy().orElse(ticket.createdBy())),
                        "/service-desk/tickets/" + ticket.id())),
                Map.of("no", TicketRules.number(ticket)));
    }

    private static boolean isAgent(Actor actor) {
        return actor.roles().contains(Role.CS_AGENT) || actor.roles().contains(Role.CS_SUPERVISOR);
    }

    private static boolean isOwn(FormRecord ticket, Actor actor) {
        return ticket.enterprise().equals(actor.enterprise());
    }

    private Optional<Fault> refused(FormRecord ticket, String action, String message, Actor actor) {
        audit.write(AuditEntry.refused(
                actor.login(),
                actor.name(),
                role(actor).name(),
                "local-filing",
                TicketRules.number(ticket),
                action,
                message));
        return Optional.of(Fault.at("", message));
    }

    private static AuditEntry entry(FormRecord ticket, String action, Actor actor) {
        return AuditEntry.done(
                        actor.login(),
                        actor.name(),
                        role(actor).name(),
                        "local-filing",
                        TicketRules.number(ticket),
                        action)
                .version(ticket.version());
    }

    private static Role role(Actor actor) {
        return actor.roles().contains(Role.CS_SUPERVISOR) ? Role.CS_SUPERVISOR : Role.CS_AGENT;
    }
}
