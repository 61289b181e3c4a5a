package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Addressees;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Person;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.Forms;
import io.kouan.platform.forms.RecordPanels;
import io.kouan.platform.forms.definition.Transition;
import io.kouan.platform.forms.page.Tongue;
import io.kouan.platform.servicedesk.TicketFacts.TicketFact;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The conversation, the deadline and who works on it, on the page of a ticket on both sides. */
@Component
@Order(1)
class TicketPanels implements RecordPanels {

    private static final Set<String> RUNNING = Set.of("SUBMITTED", "PROCESSING", "NEED_INFO", "FORWARDED");
    private static final Set<String> ANSWERED = Set.of(TicketState.REPLIED, TicketState.CLOSED);

    private final TicketTalk talk;
    private final Tickets tickets;
    private final TicketAssignment assignment;
    private final TicketFacts facts;
    private final Forms forms;
    private final FormRecords records;
    private final Addressees addressees;
    private final People people;
    private final CannedAnswers canned;
    private final Clock clock;

    TicketPanels(
            TicketTalk talk,
            Tickets tickets,
            TicketAssignment assignment,
            TicketFacts facts,
            Forms forms,
            FormRecords records,
            Addressees addressees,
            People people,
            CannedAnswers canned,
            Clock clock) {
        this.talk = talk;
        this.tickets = tickets;
        this.assignment = assignment;
        this.facts = facts;
        this.forms = forms;
        this.records = records;
        this.addressees = addressees;
        this.people = people;
        this.canned = canned;
        this.clock = clock;
    }

    /**
     * The conversation.
     *
     * @param address where its forms and files are
     * @param desk whether the reader works at the desk
     * @param maySay whether the reader may say something now
     * @param mayReply whether the reader may answer the ticket now
     * @param canned texts to insert; none for an enterprise
     */
    public record Talk(
            List<Said> said, String address, boolean desk, boolean maySay, boolean mayReply, List<Canned> canned) {
        public Talk {
            said = List.copyOf(said);
            canned = List.copyOf(canned);
        }
    }

    /**
     * What was merged, and what can be.
     *
     * @param others tickets of the enterprise into which this one can be merged
     */
    public record Merged(String address, List<Link> into, List<Link> from, List<Link> others) {
        public Merged {
            into = List.copyOf(into);
            from = List.copyOf(from);
            others = List.copyOf(others);
        }
    }

    /** Another ticket. */
    public record Link(long id, String number, String title) {}

    private static Link link(TicketFact fact) {
        return new Link(fact.record(), fact.number(), fact.title());
    }

    private Merged merged(FormRecord record, Actor actor) {
        boolean desk = actor.enterprise().isEmpty();
        boolean may = desk
                && TicketMerge.isMergeable(record)
                && forms.steps(record, actor).stream().map(Transition::action).anyMatch(TicketMerge.ACTION::equals);
        var others = may
                ? facts.of(record.enterprise().orElseThrow(), new TicketQuery(Map.of())).stream()
                        .filter(other -> other.record() != record.id() && RUNNING.contains(other.state()))
                        .map(TicketPanels::link)
                        .toList()
                : List.<Link>of();
        return new Merged(
                desk ? "/desk/" : "/service-desk/tickets/",
                facts.mergedInto(record).map(TicketPanels::link).stream().toList(),
                facts.mergedFrom(record).stream().map(TicketPanels::link).toList(),
                others);
    }

    /** A canned answer to choose; in both languages. */
    public record Canned(long id, String titleZh, String titleEn) {}

    /** How satisfied the enterprise was; 0 before it said. */
    public record Rating(int satisfaction) {}

    /**
     * Who works on it.
     *
     * @param agents to whom a supervisor can give it
     */
    public record Assigned(String name, List<Agent> agents, int satisfaction) {
        public Assigned {
            agents = List.copyOf(agents);
        }
    }

    /** Somebody of the desk. */
    public record Agent(String login, String name, boolean chosen) {}

    @Override
    public Set<String> steps(FormRecord record) {
        return record.form().equals(Tickets.FORM) ? Set.of("reply", TicketMerge.ACTION) : Set.of();
    }

    @Override
    public List<Panel> of(FormRecord record, Actor actor) {
        if (!record.form().equals(Tickets.FORM) || record.state().equals(TicketState.DRAFT)) {
            return List.of();
        }
        var panels = new ArrayList<Panel>();
        panels.add(new Panel("ticket-talk", talk(record, actor), true));
        tickets.due(record)
                .map(due -> DueView.of(
                        due, records.history(record.id()), RUNNING.contains(record.state()), clock.instant()))
                .ifPresent(due -> panels.add(new Panel("ticket-due", due)));
        var merged = merged(record, actor);
        if (!merged.into().isEmpty()
                || !merged.from().isEmpty()
                || !merged.others().isEmpty()) {
            panels.add(new Panel("ticket-merged", merged));
        }
        int satisfaction = facts.find(record).map(TicketFact::satisfaction).orElse(0);
        if (actor.enterprise().isEmpty()) {
            panels.add(new Panel("ticket-assign", assigned(record, actor, satisfaction)));
        } else if (ANSWERED.contains(record.state())) {
            panels.add(new Panel("ticket-rate", new Rating(satisfaction)));
        }
        return panels;
    }

    private Talk talk(FormRecord record, Actor actor) {
        boolean desk = actor.enterprise().isEmpty();
        boolean mayReply =
                forms.steps(record, actor).stream().map(Transition::action).anyMatch("reply"::equals);
        var address = (desk ? "/desk/" : "/service-desk/tickets/") + record.id();
        return new Talk(
                talk.of(record, actor, Tongue.now()),
                address,
                desk,
                maySay(record, actor, desk),
                mayReply,
                desk ? canned() : List.of());
    }

    private List<Canned> canned() {
        return canned.offered().stream()
                .map(answer -> new Canned(answer.id(), answer.titleZh(), answer.titleEn()))
                .toList();
    }

    private boolean maySay(FormRecord record, Actor actor, boolean desk) {
        if (desk) {
            return actor.has(Role.CS_AGENT.name()) || actor.has(Role.CS_SUPERVISOR.name());
        }
        return actor.has(Role.CS_USER.name())
                && forms.form(record)
                        .state(record.state())
                        .filter(state -> !state.end())
                        .isPresent();
    }

    private Assigned assigned(FormRecord record, Actor actor, int satisfaction) {
        var held = facts.find(record).flatMap(TicketFact::assignee).orElse("");
        var agents = assignment.mayAssign(record, actor)
                ? addressees.holding(Role.CS_AGENT).stream()
                        .map(login -> new Agent(login, name(login), login.equals(held)))
                        .toList()
                : List.<Agent>of();
        return new Assigned(held.isEmpty() ? "" : name(held), agents, satisfaction);
    }

    private String name(String login) {
        return people.find(login).map(Person::displayName).orElse(login);
    }
}
