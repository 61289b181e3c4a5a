package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseNames;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.page.RecordView;
import io.kouan.platform.forms.page.Tongue;
import io.kouan.platform.port.Deadline;
import io.kouan.platform.servicedesk.TicketFacts.TicketFact;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The tickets of all enterprises as the desk works on them: what is due first comes first. */
@Component
class TicketDeskList {

    private static final List<String> OPEN = List.of("SUBMITTED", "PROCESSING", "NEED_INFO", "FORWARDED");

    /** Telephone and ID numbers that somebody wrote into a title. */
    private static final Pattern NUMBERS =
            Pattern.compile("(?<![0-9A-Za-z])([0-9]{3})[0-9]{4,11}([0-9]{3}[0-9Xx])(?![0-9A-Za-z])");

    private final TicketFacts facts;
    private final FormRecords records;
    private final Tickets tickets;
    private final EnterpriseNames names;
    private final FormCatalogue catalogue;
    private final Clock clock;

    TicketDeskList(
            TicketFacts facts,
            FormRecords records,
            Tickets tickets,
            EnterpriseNames names,
            FormCatalogue catalogue,
            Clock clock) {
        this.facts = facts;
        this.records = records;
        this.tickets = tickets;
        this.names = names;
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

    /** A ticket with when it is due. */
    private record Dated(TicketFact fact, Optional<Instant> due, String time) {}

    /** A title without the numbers of people. */
    static String masked(String title) {
        return NUMBERS.matcher(title).replaceAll("$1****$2");
    }

    /**
     * What was looked for.
     *
     * @param q part of the number, the title or the enterprise's name
     * @param state a state, ALL, or empty for what is open
     * @param mine only what the actor works on
     */
    List<Row> find(String q, String state, boolean mine, Actor actor) {
        var found = facts.in(states(state)).stream()
                .filter(fact ->
                        !mine || fact.assignee().filter(actor.login()::equals).isPresent())
                .toList();
        var called = names.named(found.stream().map(TicketFact::enterprise).collect(Collectors.toSet()));
        var wanted = q.strip().toLowerCase(Locale.ROOT);
        return found.stream()
                .filter(fact -> wanted.isEmpty() || text(fact, called).contains(wanted))
                .map(this::dated)
                .sorted(Comparator.comparing((Dated dated) -> dated.due().orElse(Instant.MAX))
                        .thenComparing(dated -> dated.fact().submitted()))
                .map(dated -> row(dated, called))
                .toList();
    }

    private List<String> states(String wanted) {
        var known = catalogue.form(Tickets.FORM).states().stream()
                .map(state -> state.code())
                .toList();
        if (wanted.equals("ALL")) {
            return known;
        }
        return known.contains(wanted) ? List.of(wanted) : OPEN;
    }

    private static String text(TicketFact fact, Map<Long, EnterpriseNames.Name> called) {
        return (fact.number() + "\n" + fact.title() + "\n" + name(fact, called)).toLowerCase(Locale.ROOT);
    }

    private static String name(TicketFact fact, Map<Long, EnterpriseNames.Name> called) {
        return Optional.ofNullable(called.get(fact.enterprise()))
                .map(EnterpriseNames.Name::zh)
                .orElse("");
    }

    private Dated dated(TicketFact fact) {
        var due = OPEN.contains(fact.state())
                ? records.find(fact.record()).flatMap(tickets::due)
                : Optional.<Deadline>empty();
        return new Dated(
                fact,
                due.map(it -> it.due().toInstant()),
                due.map(TicketNews::time).orElse(""));
    }

    private Row row(Dated dated, Map<Long, EnterpriseNames.Name> called) {
        var fact = dated.fact();
        var language = Tongue.now();
        boolean late = !fact.state().equals("NEED_INFO")
                && dated.due().filter(at -> clock.instant().isAfter(at)).isPresent();
        var state = catalogue.form(Tickets.FORM).state(fact.state()).orElseThrow();
        return new Row(
                fact.record(),
                fact.number(),
                name(fact, called),
                catalogue.options("ticket_template").label(fact.template()).in(language),
                fact.title(),
                state.label().in(language),
                RecordView.time(fact.submitted()),
                dated.time(),
                late,
                fact.assignee().orElse(""));
    }
}
