package io.kouan.platform.servicedesk;

import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.port.Calendars;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** Lets the dates by which lists are sorted follow the calendar: a year that is loaded (H-174) counts for every open ticket. */
@Component
class TicketDates {

    private final DeskTickets desk;
    private final TicketFacts facts;
    private final FormRecords records;
    private final Tickets tickets;
    private final Calendars calendars;
    private final AtomicReference<String> followed = new AtomicReference<>("");

    TicketDates(DeskTickets desk, TicketFacts facts, FormRecords records, Tickets tickets, Calendars calendars) {
        this.desk = desk;
        this.facts = facts;
        this.records = records;
        this.tickets = tickets;
        this.calendars = calendars;
    }

    /** Reckons again where the calendar is another than at the last look; the first look after a start always does. */
    void follow() {
        var current = calendars.current().version();
        if (followed.get().equals(current)) {
            return;
        }
        var open = desk.openAbout(TicketTerms.matters(), 0);
        while (!open.isEmpty()) {
            open.forEach(this::reckon);
            open = desk.openAbout(TicketTerms.matters(), open.getLast());
        }
        followed.set(current);
    }

    private void reckon(long record) {
        records.find(record)
                .flatMap(tickets::due)
                .ifPresent(due -> facts.due(record, due.due().toInstant()));
    }
}
