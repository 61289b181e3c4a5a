package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.EnterpriseNames;
import io.kouan.platform.forms.FormMoved;
import io.kouan.platform.forms.StepValues;
import io.kouan.platform.port.Deadline;
import io.kouan.platform.port.PortTime;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
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
    private final EnterpriseNames names;

    TicketNews(TicketFacts facts, Conversations conversations, Tickets tickets, EnterpriseNames names) {
        this.names = names;
        this.facts = facts;
        this.conversations = conversations;
        this.tickets = tickets;
    }

    @EventListener
    void moved(FormMoved moved) {
        if (!moved.record().form().equals(Tickets.FORM)) {
            return;
        }
        long enterprise = moved.record().enterprise().orElseThrow();
        var name = names.named(Set.of(enterprise)).get(enterprise);
        facts.moved(
                moved,
                name == null ? "" : name.zh(),
                tickets.due(moved.record()).map(due -> due.due().toInstant()));
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

    static String time(Instant due) {
        return TIME.format(due);
    }

    static String time(Deadline due) {
        return time(due.due().toInstant());
    }
}
