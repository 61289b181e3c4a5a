package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.page.RecordView;
import io.kouan.platform.forms.page.Tongue;
import io.kouan.platform.port.Calendars;
import io.kouan.platform.port.WorkingCalendar;
import io.kouan.platform.servicedesk.TicketFacts.TicketFact;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * All open deadlines (时限看板): account approvals and tickets that have one, the local filing among them. Whoever leads the desk sees all,
 * an agent what the desk works on and no colleague does, the data centre what lies there; no other queue has a time limit (SLA-3).
 */
@Component
class DeadlineBoard {

    private static final Set<String> AT_THE_DESK = Set.of("SUBMITTED", "PROCESSING", "NEED_INFO");
    /** Rows of one board; what is due first is on it. */
    private static final int MOST = 200;

    private static final String AT_THE_CENTRE = "FORWARDED";

    private final DeskTickets desk;
    private final FormRecords records;
    private final Tickets tickets;
    private final DeskAccounts accounts;
    private final DeskReview review;
    private final FormCatalogue catalogue;
    private final Calendars calendars;
    private final Clock clock;

    DeadlineBoard(
            DeskTickets desk,
            FormRecords records,
            Tickets tickets,
            DeskAccounts accounts,
            DeskReview review,
            FormCatalogue catalogue,
            Calendars calendars,
            Clock clock) {
        this.desk = desk;
        this.records = records;
        this.tickets = tickets;
        this.accounts = accounts;
        this.review = review;
        this.catalogue = catalogue;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * Something that is due.
     *
     * @param matter of a ticket; empty for an account that waits for approval
     * @param at when it is due, for sorting
     */
    public record Row(
            String address,
            String number,
            String matter,
            String enterprise,
            String state,
            String since,
            String assignee,
            Instant at,
            DueView due) {}

    /** What that officer sees: what runs in the order in which it is due, then what waits for an enterprise. */
    List<Row> of(Actor officer) {
        var calendar = calendars.current();
        var rows = new ArrayList<>(tickets(scope(officer), calendar));
        if (officer.has(Role.CS_AGENT.name()) || officer.has(Role.CS_SUPERVISOR.name())) {
            rows.addAll(accounts(calendar));
        }
        return rows.stream()
                .sorted(Comparator.comparing((Row row) -> row.due().paused())
                        .thenComparing(Row::at)
                        .thenComparing(Row::number))
                .toList();
    }

    /** Which tickets are in an officer's queue. */
    static Predicate<TicketFact> scope(Actor officer) {
        if (officer.has(Role.CS_SUPERVISOR.name())) {
            return ticket -> true;
        }
        Predicate<TicketFact> none = ticket -> false;
        var desk = officer.has(Role.CS_AGENT.name())
                ? none.or(ticket -> AT_THE_DESK.contains(ticket.state())
                        && ticket.assignee()
                                .filter(other -> !other.equals(officer.login()))
                                .isEmpty())
                : none;
        return officer.has(Role.DC_TRANSMISSION.name())
                ? desk.or(ticket -> ticket.state().equals(AT_THE_CENTRE))
                : desk;
    }

    private List<Row> tickets(Predicate<TicketFact> scope, WorkingCalendar calendar) {
        return desk.dated().stream()
                .filter(scope)
                .limit(MOST)
                .flatMap(ticket -> row(ticket, calendar).stream())
                .toList();
    }

    private Optional<Row> row(TicketFact ticket, WorkingCalendar calendar) {
        var language = Tongue.now();
        return records.find(ticket.record())
                .flatMap(record -> tickets.due(record, calendar)
                        .map(due -> new Row(
                                "/desk/" + record.id(),
                                ticket.number(),
                                catalogue
                                        .options("ticket_template")
                                        .label(ticket.template())
                                        .in(language),
                                ticket.enterpriseName(),
                                catalogue
                                        .form(Tickets.FORM)
                                        .state(ticket.state())
                                        .orElseThrow()
                                        .label()
                                        .in(language),
                                RecordView.time(ticket.submitted()),
                                ticket.assignee().orElse(""),
                                due.due().toInstant(),
                                DueView.of(due, records.history(record.id()), true, clock.instant()))));
    }

    private List<Row> accounts(WorkingCalendar calendar) {
        return accounts.waiting().stream()
                .map(account -> {
                    var due = review.due(account, calendar);
                    return new Row(
                            "/desk/accounts/" + account.id(),
                            account.login(),
                            "",
                            account.company(),
                            "",
                            RecordView.time(account.submitted()),
                            "",
                            due.due().toInstant(),
                            DueView.of(due, List.of(), true, clock.instant()));
                })
                .toList();
    }
}
