package io.kouan.platform.localfiling;

import io.kouan.platform.accounts.Scope;
import io.kouan.platform.forms.FormEvent;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.Label;
import io.kouan.platform.onboarding.Progress;
import io.kouan.platform.onboarding.StepSource;
import io.kouan.platform.onboarding.StepState;
import io.kouan.platform.port.PortTime;
import io.kouan.platform.port.WorkingCalendar.Pause;
import io.kouan.platform.servicedesk.Tickets;
import io.kouan.platform.transmission.DxpIds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Step C of the road: the local filing, as far as its ticket is. Who holds a DXP ID has been through it. */
@Component
class FilingOnTheRoad implements StepSource {

    private final Tickets tickets;
    private final Cases cases;
    private final FormRecords records;
    private final DxpIds dxpIds;
    private final FormCatalogue catalogue;

    FilingOnTheRoad(Tickets tickets, Cases cases, FormRecords records, DxpIds dxpIds, FormCatalogue catalogue) {
        this.tickets = tickets;
        this.cases = cases;
        this.records = records;
        this.dxpIds = dxpIds;
        this.catalogue = catalogue;
    }

    @Override
    public String step() {
        return "C";
    }

    @Override
    public Optional<Progress> of(long enterprise) {
        var ticket = tickets.newest(enterprise, TicketRules.TEMPLATE);
        var known = ticket.flatMap(newest -> cases.state(newest).flatMap(state -> of(newest, state)));
        boolean behind = known.isEmpty()
                && !dxpIds.in(new Scope.OfEnterprise(enterprise)).isEmpty();
        return behind
                ? Optional.of(
                        new Progress(StepState.DONE, List.of(), new Label("", ""), Optional.empty(), List.of(), ""))
                : known;
    }

    private Optional<Progress> of(FormRecord ticket, CaseState state) {
        return switch (state) {
            case SUBMITTED, CHECKING, DXP_ISSUED, PROVISIONED ->
                Optional.of(progress(ticket, StepState.RUNNING, List.of("CS_AGENT")));
            case FORWARDED -> Optional.of(progress(ticket, StepState.RUNNING, List.of("DC_TRANSMISSION")));
            case CORRECTION -> Optional.of(progress(ticket, StepState.RETURNED, List.of()));
            case COMPLETED -> Optional.of(progress(ticket, StepState.DONE, List.of()));
            case REFUSED, CANCELLED -> Optional.empty();
        };
    }

    private Progress progress(FormRecord ticket, StepState state, List<String> turn) {
        var history = records.history(ticket.id());
        return new Progress(
                state,
                turn,
                catalogue
                        .form(Tickets.FORM)
                        .state(ticket.state())
                        .map(known -> known.label())
                        .orElse(new Label("", "")),
                state == StepState.RUNNING
                        ? history.stream()
                                .filter(event -> event.action().equals("submit"))
                                .map(FormEvent::at)
                                .findFirst()
                        : Optional.empty(),
                pauses(history),
                "/service-desk/tickets/" + ticket.id());
    }

    /** Days on which the enterprise had to act. Pure. */
    static List<Pause> pauses(List<FormEvent> history) {
        var pauses = new ArrayList<Pause>();
        Optional<LocalDate> returned = Optional.empty();
        for (FormEvent event : history) {
            var day = LocalDate.ofInstant(event.at(), PortTime.ZONE);
            if (event.action().equals("need_info")) {
                returned = Optional.of(day);
            } else if (event.action().equals("supplement")) {
                returned.ifPresent(from -> pauses.add(new Pause(from, day)));
                returned = Optional.empty();
            }
        }
        return pauses;
    }
}
