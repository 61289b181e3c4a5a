package io.kouan.platform.servicedesk;

import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Realm;
import io.kouan.platform.accounts.RealmAccounts;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.notifications.Choices;
import io.kouan.platform.notifications.Notifications;
import io.kouan.platform.notifications.Reader;
import io.kouan.platform.notifications.Recipients;
import io.kouan.platform.port.Calendars;
import io.kouan.platform.port.Deadline;
import io.kouan.platform.port.PortTime;
import io.kouan.platform.port.WorkingCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The service desk decides about registrations (账号审批, screen 5.2): approve, refuse, take down that somebody called for haste. */
@Service
class DeskReview {

    private static final int LEAST_REASON = 5;
    private static final int MOST_REASON = 500;

    private final DeskAccounts accounts;
    private final EnterpriseProfiles enterprises;
    private final People people;
    private final RealmAccounts realms;
    private final Choices choices;
    private final Notifications notifications;
    private final Calendars calendars;
    private final AuditLog audit;
    private final int days;

    DeskReview(
            DeskAccounts accounts,
            EnterpriseProfiles enterprises,
            People people,
            RealmAccounts realms,
            Choices choices,
            Notifications notifications,
            Calendars calendars,
            AuditLog audit,
            PortProfile port) {
        this.accounts = accounts;
        this.enterprises = enterprises;
        this.people = people;
        this.realms = realms;
        this.choices = choices;
        this.notifications = notifications;
        this.calendars = calendars;
        this.audit = audit;
        this.days = port.deadlines().stream()
                .filter(deadline -> deadline.step() == PortProfile.Step.SERVICE_DESK_ACCOUNT)
                .map(PortProfile.Deadline::workingDays)
                .findFirst()
                .orElseThrow();
    }

    /** SLA-1: from the submission; a resubmission starts anew. */
    Deadline due(DeskAccount account) {
        return due(account, calendars.current());
    }

    Deadline due(DeskAccount account, WorkingCalendar calendar) {
        return calendar.deadline(LocalDate.ofInstant(account.submitted(), PortTime.ZONE), days);
    }

    /** approve: the account becomes usable, and its enterprise is on file. */
    @Transactional
    public List<Fault> approve(DeskAccount account, Actor officer) {
        var known = enterprises.withCreditCode(account.creditCode());
        var bar = bar(account, officer);
        if (!bar.isEmpty()) {
            return bar;
        }
        if (known.filter(id -> !enterprises.of(id).nameZh().equals(account.company()))
                .isPresent()) {
            return refused(account, officer, "approve", "ERR_NAME_MISMATCH");
        }
        long enterprise = known.orElseGet(
                () -> enterprises.open(account.creditCode(), account.company(), Optional.empty(), false, Map.of()));
        if (!accounts.decide(
                account, DeskAccount.State.ACTIVE, Optional.of(enterprise), officer.login(), List.of(), "")) {
            throw new OtherWasFaster();
        }
        if (account.person().equals(DeskAccounts.personOf(account.login()))) {
            people.register(account.person(), "-", account.name(), Optional.of(enterprise), Set.of(Role.CS_USER));
        } else {
            people.grant(account.person(), Role.CS_USER);
        }
        realms.link(Realm.CS, account.login(), account.person());
        choices.choose(account.person(), DeskRegistration.choice(account.answers()), officer);
        write(account, officer, "approve", List.of(), "");
        tell("N-03", account, Map.of("username", account.login()));
        return List.of();
    }

    /** reject: with reasons, which the applicant hears. */
    @Transactional
    public List<Fault> reject(DeskAccount account, List<String> reasons, String reason, Actor officer) {
        var bar = bar(account, officer);
        if (!bar.isEmpty()) {
            return bar;
        }
        var said = reason.strip();
        if (reasons.isEmpty() || said.length() < LEAST_REASON || said.length() > MOST_REASON) {
            return List.of(Fault.at("reason_text", "ERR_REASON_REQUIRED"));
        }
        if (!accounts.decide(account, DeskAccount.State.REJECTED, Optional.empty(), officer.login(), reasons, said)) {
            throw new OtherWasFaster();
        }
        write(account, officer, "reject", reasons, said);
        tell("N-04", account, Map.of("reason", said));
        return List.of();
    }

    /** expedite: 加急, by telephone; the deadline stays. */
    @Transactional
    public List<Fault> expedite(DeskAccount account, DeskAccount.Expedited call, Actor officer) {
        if (account.state() != DeskAccount.State.PENDING || !accounts.expedite(account, call, officer.login())) {
            throw new OtherWasFaster();
        }
        write(account, officer, "expedite", List.of(), "");
        return List.of();
    }

    /** Somebody of the desk has seen the personal data of a registration. */
    void viewed(DeskAccount account, Actor officer) {
        write(account, officer, "view", List.of(), "");
    }

    /** Not the own enterprise, and only what waits. */
    private List<Fault> bar(DeskAccount account, Actor officer) {
        var own = officer.enterprise();
        boolean self = own.isPresent()
                && enterprises
                        .withCreditCode(account.creditCode())
                        .filter(id -> id == own.getAsLong())
                        .isPresent();
        if (self || account.person().equals(officer.login())) {
            return refused(account, officer, "approve", "ERR_SELF_APPROVAL");
        }
        if (account.state() != DeskAccount.State.PENDING) {
            throw new OtherWasFaster();
        }
        return List.of();
    }

    /** Somebody else decided at the same moment, or changed it since it was looked at. */
    @SuppressWarnings("serial")
    static final class OtherWasFaster extends RuntimeException {}

    private List<Fault> refused(DeskAccount account, Actor officer, String action, String message) {
        audit.write(AuditEntry.refused(
                officer.login(),
                officer.name(),
                Role.CS_AGENT.name(),
                "form/" + DeskRegistration.FORM,
                account.login(),
                action,
                message));
        return List.of(Fault.at("", message));
    }

    private void write(DeskAccount account, Actor officer, String action, List<String> reasons, String reason) {
        var role = officer.has(Role.CS_AGENT.name()) ? Role.CS_AGENT : Role.CS_SUPERVISOR;
        audit.write(AuditEntry.done(
                        officer.login(),
                        officer.name(),
                        role.name(),
                        "form/" + DeskRegistration.FORM,
                        account.login(),
                        action)
                .version(account.version())
                .because(reasons, reason));
    }

    private void tell(String id, DeskAccount account, Map<String, String> values) {
        notifications.tell(
                id, List.of(new Reader(new Recipients.OnePerson(account.person()), "/service-desk")), values);
    }
}
