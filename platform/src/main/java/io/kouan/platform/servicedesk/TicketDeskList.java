package io.kouan.platform.servicedesk;

import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.page.RecordView;
import io.kouan.platform.forms.page.Tongue;
import io.kouan.platform.servicedesk.TicketFacts.TicketFact;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The tickets of all enterprises as the desk works on them: what is due first comes first. */
@Component
class TicketDeskList {

    /** Rows of one page. */
    static final int PAGE = 50;

    private static final int DEEPEST = 100_000;

    /** Rows of an export at most. */
    private static final int EXPORT = 50_000;

    private static final int CHUNK = 1_000;

    /** Telephone and ID numbers that somebody wrote into a title. */
    private static final Pattern NUMBERS =
            Pattern.compile("(?<![0-9A-Za-z])([0-9]{3})[0-9]{4,11}([0-9]{3}[0-9Xx])(?![0-9A-Za-z])");

    private final DeskTickets tickets;
    private final FormCatalogue catalogue;
    private final Clock clock;

    TicketDeskList(DeskTickets tickets, FormCatalogue catalogue, Clock clock) {
        this.tickets = tickets;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** A row of the list. */
    public record Row(
            long id,
            String number,
            String enterprise,
            String matter,
            String title,
            String state,
            String submitted,
            String due,
            boolean late,
            String assignee) {}

    /** One page of what was found. */
    public record Page(List<Row> rows, long found, int page, int pages) {

        public Page {
            rows = List.copyOf(rows);
        }
    }

    /** A title without the numbers of people. */
    static String masked(String title) {
        return NUMBERS.matcher(title).replaceAll("$1****$2");
    }

    /** A page that lies behind the last is the last. */
    Page page(DeskQuery query, int wanted) {
        int page = Math.clamp(wanted, 1, DEEPEST);
        var found = tickets.find(query, (page - 1L) * PAGE, PAGE);
        int pages = (int) Math.max(1, (found.all() + PAGE - 1) / PAGE);
        return page <= pages ? new Page(rows(found.some()), found.all(), page, pages) : page(query, pages);
    }

    /** Hands on everything that was found, piece by piece; how many rows. */
    int each(DeskQuery query, Consumer<Row> to) {
        int told = 0;
        List<Row> piece;
        do {
            piece = rows(tickets.some(query, told, CHUNK));
            piece.forEach(to);
            told += piece.size();
        } while (piece.size() == CHUNK && told < EXPORT);
        return told;
    }

    private List<Row> rows(List<TicketFact> found) {
        return found.stream().map(this::row).toList();
    }

    private Row row(TicketFact fact) {
        var language = Tongue.now();
        boolean open = DeskQuery.OPEN.contains(fact.state());
        var due = fact.due().filter(at -> open);
        boolean late = !fact.state().equals("NEED_INFO")
                && due.filter(at -> clock.instant().isAfter(at)).isPresent();
        var state = catalogue.form(Tickets.FORM).state(fact.state()).orElseThrow();
        return new Row(
                fact.record(),
                fact.number(),
                fact.enterpriseName(),
                catalogue.options("ticket_template").label(fact.template()).in(language),
                fact.title(),
                state.label().in(language),
                RecordView.time(fact.submitted()),
                due.map(TicketNews::time).orElse(""),
                late,
                fact.assignee().orElse(""));
    }
}
