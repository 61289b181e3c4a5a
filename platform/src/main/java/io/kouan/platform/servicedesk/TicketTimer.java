package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.FormSteps;
import io.kouan.platform.port.Calendars;
import io.kouan.platform.port.WorkingCalendar;
import io.kouan.platform.servicedesk.TicketFacts.TicketFact;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the clock does to tickets: 已办结 seven days after the reply, and N-80 to the supervisors when one is late, once. */
@Component
class TicketTimer {

    private final TicketFacts facts;
    private final DeskTickets desk;
    private final FormRecords records;
    private final FormSteps steps;
    private final Tickets tickets;
    private final TicketDates dates;
    private final Calendars calendars;
    private final Escalation escalation;
    private final TransactionTemplate transaction;
    private final ReplyTokens tokens;
    private final Clock clock;

    TicketTimer(
            TicketFacts facts,
            DeskTickets desk,
            FormRecords records,
            FormSteps steps,
            Tickets tickets,
            TicketDates dates,
            Calendars calendars,
            Escalation escalation,
            PlatformTransactionManager transactions,
            ReplyTokens tokens,
            Clock clock) {
        this.facts = facts;
        this.desk = desk;
        this.records = records;
        this.steps = steps;
        this.tickets = tickets;
        this.dates = dates;
        this.calendars = calendars;
        this.escalation = escalation;
        this.transaction = new TransactionTemplate(transactions);
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Looks once a minute; what one look missed, the next one finds. */
    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void look() {
        dates.follow();
        for (TicketFact fact : desk.answeredBefore(clock.instant().minus(TicketEnd.AT_LEAST))) {
            boolean over = fact.replied()
                    .filter(at -> !clock.instant().isBefore(TicketEnd.after(at)))
                    .isPresent();
            if (over) {
                records.find(fact.record())
                        .ifPresent(ticket ->
                                steps.take(ticket.id(), ticket.version(), "close", Decision.plain(), Actor.program()));
            }
        }
        tokens.tidy();
        var calendar = calendars.current();
        for (TicketFact fact : desk.lateSince(clock.instant())) {
            records.find(fact.record()).ifPresent(ticket -> tellIfLate(ticket, calendar));
        }
    }

    private void tellIfLate(FormRecord ticket, WorkingCalendar calendar) {
        tickets.due(ticket, calendar)
                .filter(due -> clock.instant().isAfter(due.due().toInstant()))
                .ifPresent(due -> transaction.executeWithoutResult(status -> {
                    if (facts.isFirstTold(ticket.id(), due.due().toInstant())) {
                        escalation.tell(
                                Escalation.Kind.TICKET,
                                ticket.number().orElse(""),
                                "/desk/" + ticket.id(),
                                due,
                                calendar);
                    }
                }));
    }
}
