package io.kouan.platform.localfiling;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.DeskDeed;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormSteps;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.servicedesk.Tickets;
import io.kouan.platform.transmission.DxpUser;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What the desks do on the ticket of a local filing, in order: look through the materials, enter and check the DXP ID, prepare, open the
 * channel, release, answer. Where two pairs of eyes are needed, two officers do it.
 */
@Component
class LocalFilingDeed implements DeskDeed {

    private static final String ANSWER = "本地备案已办结：DXPID、两个入口账号、许可证和传输通道见本工单。";
    private static final int MILLION = 1_000_000;

    private final Tickets tickets;
    private final Cases cases;
    private final ReviewDesk reviews;
    private final DxpDesk dxp;
    private final IssuanceDesk issuances;
    private final FormSteps steps;
    private final SecureRandom random = new SecureRandom();

    LocalFilingDeed(
            Tickets tickets, Cases cases, ReviewDesk reviews, DxpDesk dxp, IssuanceDesk issuances, FormSteps steps) {
        this.tickets = tickets;
        this.cases = cases;
        this.reviews = reviews;
        this.dxp = dxp;
        this.issuances = issuances;
        this.steps = steps;
    }

    @Override
    public String step() {
        return "C";
    }

    @Override
    public Optional<Waiting> waiting(long enterprise, Officers officers) {
        return tickets.newest(enterprise, TicketRules.TEMPLATE).flatMap(ticket -> switch (ticket.state()) {
            case "FORWARDED" -> atTheCentre(ticket, officers);
            case "PROCESSING" -> atTheDesk(ticket, officers);
            default -> Optional.empty();
        });
    }

    private Optional<Waiting> atTheCentre(FormRecord ticket, Officers officers) {
        var entered = cases.dxpUser(ticket).filter(user -> user.state() == DxpUser.State.ENTERED);
        return entered.isEmpty()
                ? waiting(officers.one(Role.DC_TRANSMISSION), by -> dxp.enter(ticket, drawn(), "", by))
                : officers.one(Role.DC_TRANSMISSION)
                        .flatMap(first -> waiting(
                                officers.another(Role.DC_TRANSMISSION, first.login()),
                                by -> dxp.check(ticket, ticket.version(), by)));
    }

    private Optional<Waiting> atTheDesk(FormRecord ticket, Officers officers) {
        var agent = officers.one(Role.CS_AGENT);
        if (cases.dxpUser(ticket)
                .filter(user -> user.state() == DxpUser.State.ISSUED)
                .isEmpty()) {
            return waiting(agent, by -> reviews.forward(ticket, ticket.version(), ticks(ticket, by), Map.of(), by));
        }
        var issuance = cases.issuance(ticket);
        if (issuance.isEmpty()) {
            return waiting(agent, by -> faults(issuances.prepare(ticket, by)));
        }
        if (!cases.isOpen(ticket)) {
            return waiting(agent, by -> faults(issuances.openChannel(ticket, by)));
        }
        if (!issuance.get().isReleased()) {
            return waiting(
                    officers.another(Role.CS_AGENT, issuance.get().preparedBy()),
                    by -> faults(issuances.release(ticket, by)));
        }
        return waiting(agent, by -> answer(ticket, by));
    }

    private Set<String> ticks(FormRecord ticket, Actor by) {
        return reviews.checklist(ticket, by).points().stream()
                .map(Checklist.Point::key)
                .collect(Collectors.toSet());
    }

    private List<Fault> answer(FormRecord ticket, Actor by) {
        var decision = Decision.entering(Map.of("body", ANSWER));
        return steps.take(ticket.id(), ticket.version(), "reply", decision, by) instanceof Outcome.Refused(var faults)
                ? faults
                : List.of();
    }

    private String drawn() {
        return "DXPENT0002" + String.format("%06d", random.nextInt(MILLION));
    }

    private static List<Fault> faults(Optional<Fault> refusal) {
        return refusal.stream().toList();
    }

    /** What an officer does about it. */
    private interface Deed {
        List<Fault> by(Actor officer);
    }

    private static Optional<Waiting> waiting(Optional<Actor> officer, Deed deed) {
        return officer.map(by -> {
            Supplier<List<Fault>> done = () -> deed.by(by);
            return new Waiting(by, by.roles().iterator().next(), done);
        });
    }
}
