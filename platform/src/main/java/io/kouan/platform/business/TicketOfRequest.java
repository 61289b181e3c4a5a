package io.kouan.platform.business;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormMoved;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.FormSteps;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.servicedesk.CaseTickets;
import io.kouan.platform.servicedesk.Tickets;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The ticket (工单) of a request: opened when the request is handed in, which then has its number, and answered when it is decided. A ticket
 * that is withdrawn takes its request along.
 */
@Component
class TicketOfRequest {

    private static final String TEMPLATE = "BUSINESS_TYPE";

    private final CaseTickets cases;
    private final FormRecords records;
    private final FormSteps steps;
    private final RoleWords words;

    TicketOfRequest(CaseTickets cases, FormRecords records, FormSteps steps, RoleWords words) {
        this.cases = cases;
        this.records = records;
        this.steps = steps;
        this.words = words;
    }

    @EventListener
    @Order(1)
    void moved(FormMoved moved) {
        if (moved.record().form().equals(BusinessRequest.FORM)) {
            decided(moved);
        } else if (Tickets.isAbout(TEMPLATE, moved.record()) && moved.action().equals("cancel")) {
            withdraw(moved.record());
        }
    }

    private void decided(FormMoved moved) {
        switch (moved.action()) {
            case "submit" -> open(moved.record(), moved.actor());
            case "open_roles" ->
                cases.reply(
                        BusinessRequest.number(moved.record()),
                        "已开通角色："
                                + words.of(BusinessRequest.opened(moved.record().answers()))
                                        .get("roles"),
                        moved.actor());
            case "refuse" ->
                cases.reply(
                        BusinessRequest.number(moved.record()),
                        "不予开通：" + moved.decision().reason().strip(),
                        moved.actor());
            default -> {
                // the ticket does not hear of the other steps
            }
        }
    }

    private void open(FormRecord record, Actor actor) {
        switch (cases.open(TEMPLATE, actor)) {
            case Outcome.Done(var ticket, var _) ->
                steps.amend(
                        record,
                        Map.of(BusinessRequest.NUMBER, ticket.number().orElseThrow()),
                        actor,
                        Role.CS_USER.name());
            case Outcome.Refused(var faults) ->
                throw new IllegalStateException("no ticket for request " + record.id() + ": " + faults);
        }
    }

    private void withdraw(FormRecord ticket) {
        records.of(ticket.enterprise().orElseThrow(), BusinessRequest.FORM).stream()
                .filter(request -> ticket.number()
                        .filter(BusinessRequest.number(request)::equals)
                        .isPresent())
                .filter(request -> request.state().equals(BusinessRequest.SUBMITTED))
                .forEach(request ->
                        steps.take(request.id(), request.version(), "withdraw", Decision.plain(), Actor.program()));
    }
}
