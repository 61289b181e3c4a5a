package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.FormSteps;
import io.kouan.platform.forms.Outcome;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tickets (工单) that a room opens for a matter with a form of its own, and answers when the matter is decided: the enterprise fills in one
 * form and finds the ticket among its others.
 */
@Service
public class CaseTickets {

    private final TicketDesk desk;
    private final FormRecords records;
    private final FormSteps steps;
    private final Tickets tickets;

    CaseTickets(TicketDesk desk, FormRecords records, FormSteps steps, Tickets tickets) {
        this.desk = desk;
        this.records = records;
        this.steps = steps;
        this.tickets = tickets;
    }

    /**
     * Hands a ticket about a matter in, with the title and the description that the matter presets.
     *
     * @return the ticket, or why there is none
     */
    @Transactional
    public Outcome open(String template, Actor actor) {
        return then(desk.begin(template, actor), begun -> desk.take(begun, begun.version(), "submit", "", true, actor));
    }

    private static Outcome then(Outcome outcome, Function<FormRecord, Outcome> next) {
        return outcome instanceof Outcome.Done(var record, var _) ? next.apply(record) : outcome;
    }

    /** Answers a ticket whose matter was decided; one that is closed or answered already only hears of it. */
    @Transactional
    public void reply(String number, String text, Actor officer) {
        find(number).ifPresent(ticket -> {
            var taken = ticket.state().equals("SUBMITTED")
                    ? stored(steps.take(ticket.id(), ticket.version(), "accept", Decision.plain(), officer))
                    : Optional.of(ticket);
            var replied = taken.filter(it -> it.state().equals("PROCESSING"))
                    .flatMap(it -> stored(desk.take(it, it.version(), "reply", text, true, officer)));
            if (replied.isEmpty()) {
                tickets.note(ticket, "reply", text);
            }
        });
    }

    private Optional<FormRecord> find(String number) {
        return records.numbered(number).filter(record -> record.form().equals(Tickets.FORM));
    }

    private static Optional<FormRecord> stored(Outcome outcome) {
        return outcome instanceof Outcome.Done(var record, var _) ? Optional.of(record) : Optional.empty();
    }
}
