package io.kouan.platform.licence;

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
 * The ticket (工单) of a request for activation: opened when the request is handed in, answered when it is decided; the file is handed
 * over there. A ticket that is withdrawn takes its request along.
 */
@Component
class TicketOfActivation {

    private static final int SHOWN = 8;

    private final CaseTickets cases;
    private final FormRecords records;
    private final FormSteps steps;

    TicketOfActivation(CaseTickets cases, FormRecords records, FormSteps steps) {
        this.cases = cases;
        this.records = records;
        this.steps = steps;
    }

    @EventListener
    @Order(2)
    void moved(FormMoved moved) {
        if (moved.record().form().equals(ActivationForm.ID)) {
            decided(moved.record(), moved);
        } else if (Tickets.isAbout(ActivationForm.MATTER, moved.record())
                && moved.action().equals("cancel")) {
            withdraw(moved.record());
        }
    }

    private void decided(FormRecord record, FormMoved moved) {
        switch (moved.action()) {
            case "submit" -> open(record, moved.actor());
            case "issue" ->
                cases.reply(
                        ActivationForm.ticket(record),
                        "激活文件已生成，请在本工单下载并导入客户端。机器码："
                                + ActivationForm.fingerprint(record.answers()).substring(0, SHOWN) + "…",
                        moved.actor());
            case "refuse" ->
                cases.reply(
                        ActivationForm.ticket(record),
                        "不予激活：" + moved.decision().reason().strip(),
                        moved.actor());
            default -> {
                // the ticket does not hear of the other steps
            }
        }
    }

    private void open(FormRecord record, Actor actor) {
        switch (cases.open(ActivationForm.MATTER, actor)) {
            case Outcome.Done(var ticket, var _) ->
                steps.amend(
                        record,
                        Map.of(ActivationForm.TICKET, ticket.number().orElseThrow()),
                        actor,
                        Role.CS_USER.name());
            case Outcome.Refused(var faults) ->
                throw new IllegalStateException("no ticket for request " + record.id() + ": " + faults);
        }
    }

    private void withdraw(FormRecord ticket) {
        records.of(ticket.enterprise().orElseThrow(), ActivationForm.ID).stream()
                .filter(request -> ticket.number()
                        .filter(ActivationForm.ticket(request)::equals)
                        .isPresent())
                .filter(request -> request.state().equals(ActivationForm.REQUESTED))
                .forEach(request ->
                        steps.take(request.id(), request.version(), "withdraw", Decision.plain(), Actor.program()));
    }
}
