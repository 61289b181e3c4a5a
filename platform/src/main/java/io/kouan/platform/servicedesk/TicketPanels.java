package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.Forms;
import io.kouan.platform.forms.RecordPanels;
import io.kouan.platform.forms.definition.Transition;
import io.kouan.platform.forms.page.Tongue;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The conversation and the deadline on the page of a ticket, on both sides. */
@Component
@Order(1)
class TicketPanels implements RecordPanels {

    private static final Set<String> RUNNING = Set.of("SUBMITTED", "PROCESSING", "NEED_INFO", "FORWARDED");

    private final TicketTalk talk;
    private final Tickets tickets;
    private final Forms forms;
    private final FormRecords records;
    private final Clock clock;

    TicketPanels(TicketTalk talk, Tickets tickets, Forms forms, FormRecords records, Clock clock) {
        this.talk = talk;
        this.tickets = tickets;
        this.forms = forms;
        this.records = records;
        this.clock = clock;
    }

    /**
     * The conversation.
     *
     * @param mayReply whether the reader may answer the ticket now
     */
    public record Talk(List<Said> said, boolean mayReply) {
        public Talk {
            said = List.copyOf(said);
        }
    }

    @Override
    public Set<String> steps(FormRecord record) {
        return record.form().equals(Tickets.FORM) ? Set.of("reply") : Set.of();
    }

    @Override
    public List<Panel> of(FormRecord record, Actor actor) {
        if (!record.form().equals(Tickets.FORM) || record.state().equals(TicketState.DRAFT)) {
            return List.of();
        }
        var panels = new ArrayList<Panel>();
        boolean mayReply =
                forms.steps(record, actor).stream().map(Transition::action).anyMatch("reply"::equals);
        panels.add(new Panel("ticket-talk", new Talk(talk.of(record, actor, Tongue.now()), mayReply), true));
        tickets.due(record)
                .map(due -> DueView.of(
                        due, records.history(record.id()), RUNNING.contains(record.state()), clock.instant()))
                .ifPresent(due -> panels.add(new Panel("ticket-due", due)));
        return panels;
    }
}
