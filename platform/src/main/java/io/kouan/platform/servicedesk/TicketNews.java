package io.kouan.platform.servicedesk;

import io.kouan.platform.forms.FormMoved;
import io.kouan.platform.forms.StepValues;
import io.kouan.platform.port.Deadline;
import io.kouan.platform.port.PortTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What follows when a ticket moves: lists know of it, what was said with the step is kept, notifications hear when it is due. */
@Component
class TicketNews implements StepValues {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(PortTime.ZONE);

    private final TicketFacts facts;
    private final Conversations conversations;
    private final Tickets tickets;

    TicketNews(TicketFacts facts, Conversations conversations, Tickets tickets) {
        this.facts = facts;
        this.conversations = conversations;
        this.tickets = tickets;
    }

    @EventListener
    void moved(FormMoved moved) {
        if (!moved.record().form().equals(Tickets.FORM)) {
            return;
        }
        facts.moved(moved);
        var said = moved.decision().values().getOrDefault(TicketRules.BODY, "");
        if (!said.isBlank()) {
            conversations.write(moved.record(), TicketMessage.Author.of(moved.actor()), moved.action(), said);
        }
    }

    /** {due} of N-31. */
    @Override
    public Map<String, String> of(FormMoved moved) {
        return moved.record().form().equals(Tickets.FORM)
                ? tickets.due(moved.record())
                        .map(due -> Map.of("due", time(due)))
                        .orElse(Map.of())
                : Map.of();
    }

    static String time(Deadline due) {
        return TIME.format(due.due());
    }
}
