package io.kouan.platform.administration;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.port.CalendarYearLoaded;
import io.kouan.platform.port.PortTime;
import io.kouan.platform.port.Switches.Switch;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes offices, calendar and switches: one system administrator proposes, another confirms, then it takes effect (SOD-12). Everything
 * is audited in the transaction of the change, refusals too.
 */
@Service
class ReferenceData {

    private static final String ROLE = "SYS_ADMIN";

    private final Proposals proposals;
    private final Offices offices;
    private final LoadedCalendars calendars;
    private final StoredSwitches switches;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReferenceData(
            Proposals proposals,
            Offices offices,
            LoadedCalendars calendars,
            StoredSwitches switches,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.proposals = proposals;
        this.offices = offices;
        this.calendars = calendars;
        this.switches = switches;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PortTime.ZONE);
    }

    /** Proposes a change. */
    @Transactional
    Outcome propose(Change change, Actor actor) {
        var refusal = actor.has(ROLE) ? refusal(change) : Optional.of("ERR_FORBIDDEN");
        if (refusal.isPresent()) {
            return refused(change, "propose", refusal.get(), actor);
        }
        return proposals
                .add(change, actor.login(), actor.name())
                .<Outcome>map(proposal -> {
                    audit.write(entry(change, "propose", actor).change(before(change), change.given()));
                    return new Outcome.Done(proposal.id());
                })
                .orElseGet(() -> new Outcome.Refused("ERR_DUPLICATE_OPEN"));
    }

    /** Confirms what somebody else proposed; from then on it counts. */
    @Transactional
    Outcome confirm(long id, Actor actor) {
        var held = proposals.hold(id).filter(proposal -> proposal.state() == Proposal.State.PROPOSED);
        if (held.isEmpty()) {
            return new Outcome.Refused("ERR_VERSION_CONFLICT");
        }
        var proposal = held.get();
        var change = proposal.change();
        if (!actor.has(ROLE)) {
            return refused(change, "confirm", "ERR_FORBIDDEN", actor);
        }
        if (proposal.proposedBy().equals(actor.login())) {
            return refused(change, "confirm", "ERR_SELF_APPROVAL", actor);
        }
        // what could be proposed then need not be possible any more
        var refusal = refusal(change);
        if (refusal.isPresent()) {
            return refused(change, "confirm", refusal.get(), actor);
        }
        audit.write(entry(change, "confirm", actor).change(before(change), change.given()));
        apply(change);
        proposals.decide(id, Proposal.State.IN_EFFECT, actor.login(), actor.name());
        return new Outcome.Done(id);
    }

    /** Turns down what was proposed; one's own may be taken back in the same way. */
    @Transactional
    Outcome reject(long id, Actor actor) {
        var held = proposals.hold(id).filter(proposal -> proposal.state() == Proposal.State.PROPOSED);
        if (held.isEmpty() || !actor.has(ROLE)) {
            return new Outcome.Refused(held.isEmpty() ? "ERR_VERSION_CONFLICT" : "ERR_FORBIDDEN");
        }
        audit.write(entry(held.get().change(), "reject", actor));
        proposals.decide(id, Proposal.State.REJECTED, actor.login(), actor.name());
        return new Outcome.Done(id);
    }

    private void apply(Change change) {
        switch (change) {
            case Change.OpenOffice open ->
                offices.add(new Office(
                        open.list(),
                        open.code(),
                        open.nameZh(),
                        open.nameEn(),
                        open.inspection(),
                        open.writtenApplication(),
                        open.from(),
                        Optional.empty()));
            case Change.CloseOffice close -> offices.close(close.list(), close.code(), close.until());
            case Change.LoadYear year -> {
                calendars.load(year);
                events.publishEvent(new CalendarYearLoaded(year.year()));
            }
            case Change.SetSwitch set -> switches.set(which(set.key()).orElseThrow(), set.value());
        }
    }

    /** The message of what is wrong with a change today; empty where nothing is. */
    private Optional<String> refusal(Change change) {
        boolean right = switch (change) {
            case Change.OpenOffice open -> isRight(open);
            case Change.CloseOffice close ->
                !close.until().isBefore(today())
                        && offices.of(close.list()).stream()
                                .anyMatch(office -> office.code().equals(close.code())
                                        && office.until().isEmpty()
                                        && !office.from().isAfter(close.until()));
            case Change.LoadYear year -> isRight(year);
            case Change.SetSwitch set ->
                which(set.key())
                        .filter(which -> switches.definition(which).allows(set.value()))
                        .isPresent();
        };
        return right
                ? Optional.empty()
                : Optional.of(change instanceof Change.SetSwitch ? "ERR_PATTERN" : "ERR_DATE_ORDER");
    }

    /** A code of four or six digits with names, offered no earlier than today, and not while it is offered already. */
    private boolean isRight(Change.OpenOffice open) {
        boolean customs = open.list().equals(Offices.CUSTOMS);
        return (customs || open.list().equals(Offices.INSPECTION))
                && open.code().matches(customs ? "[0-9]{4}" : "[0-9]{6}")
                && !open.nameZh().isBlank()
                && !open.nameEn().isBlank()
                && !open.from().isBefore(today())
                && offices.of(open.list()).stream()
                        .noneMatch(office -> office.code().equals(open.code())
                                && office.until()
                                        .map(last -> !last.isBefore(open.from()))
                                        .orElse(true));
    }

    private static boolean isRight(Change.LoadYear year) {
        return year.year() >= 2020
                && year.year() <= 2100
                && !year.off().isEmpty()
                && !year.source().isBlank()
                && year.off().stream().allMatch(day -> day.getYear() == year.year())
                && year.makeUp().stream().allMatch(day -> day.getYear() == year.year())
                && year.makeUp().stream().noneMatch(year.off()::contains);
    }

    static Optional<Switch> which(String key) {
        return Switch.of(key);
    }

    private Map<String, String> before(Change change) {
        return switch (change) {
            case Change.SetSwitch set ->
                which(set.key())
                        .map(which -> Map.of("value", switches.text(which)))
                        .orElse(Map.of());
            case Change.LoadYear year ->
                Map.of(
                        "known",
                        Boolean.toString(calendars.current().knownYears().contains(year.year())));
            case Change.OpenOffice _, Change.CloseOffice _ -> Map.of();
        };
    }

    private static AuditEntry entry(Change change, String action, Actor actor) {
        return AuditEntry.done(actor.login(), actor.name(), ROLE, kind(change), change.subject(), action);
    }

    private Outcome refused(Change change, String action, String message, Actor actor) {
        audit.write(
                AuditEntry.refused(actor.login(), actor.name(), ROLE, kind(change), change.subject(), action, message));
        return new Outcome.Refused(message);
    }

    private static String kind(Change change) {
        return "reference/" + change.kind().name().toLowerCase(Locale.ROOT);
    }
}
