package io.kouan.platform.servicedesk;

import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.port.Calendars;
import io.kouan.platform.port.Deadline;
import io.kouan.platform.port.WorkingCalendar;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What other rooms may ask about a ticket (工单) and do to it: those that handle a matter of which the ticket is the case. */
@Service
public class Tickets {

    /** Id of the form. */
    public static final String FORM = "ticket";

    private static final String TEMPLATE = "template";

    private final FormRecords records;
    private final TicketFacts facts;
    private final TicketTerms terms;
    private final Calendars calendars;
    private final Conversations conversations;

    Tickets(
            FormRecords records,
            TicketFacts facts,
            TicketTerms terms,
            Calendars calendars,
            Conversations conversations) {
        this.records = records;
        this.facts = facts;
        this.terms = terms;
        this.calendars = calendars;
        this.conversations = conversations;
    }

    /** Whether a record is a ticket about that matter (办理事项), for example LOCAL_FILING. */
    public static boolean isAbout(String template, FormRecord record) {
        return record.form().equals(FORM) && template(record).equals(template);
    }

    /** The matter (办理事项) of a ticket. */
    public static String template(FormRecord record) {
        return record.answers().text(TEMPLATE);
    }

    /** The newest ticket of an enterprise about a matter that was handed in and not withdrawn. */
    public Optional<FormRecord> newest(long enterprise, String template) {
        return facts.newest(enterprise, template).flatMap(records::find);
    }

    /** Until when it is expected to be done (预计时限); empty where the matter has no service level. */
    public Optional<Deadline> due(FormRecord ticket) {
        return due(ticket, calendars.current());
    }

    /** The same by a calendar that was looked up before, so that several deadlines, or a deadline and its calendar, agree. */
    Optional<Deadline> due(FormRecord ticket, WorkingCalendar calendar) {
        return terms.days(template(ticket))
                .flatMap(days -> TicketTerm.of(records.history(ticket.id()), days, calendar));
    }

    /** Writes into the conversation of a ticket what a room has done about it, for both sides to read. */
    public void note(FormRecord ticket, String action, String text) {
        conversations.write(ticket, TicketMessage.Author.program(), action, text);
    }
}
