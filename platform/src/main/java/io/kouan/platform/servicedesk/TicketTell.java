package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.FormMoved;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.notifications.Notifications;
import io.kouan.platform.notifications.Reader;
import io.kouan.platform.notifications.Recipients;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells either side that the other said something about a ticket, in the transaction in which it was said. */
@Component
class TicketTell {

    private final TicketFacts facts;
    private final TicketLetters letters;
    private final Notifications notifications;

    TicketTell(TicketFacts facts, TicketLetters letters, Notifications notifications) {
        this.facts = facts;
        this.letters = letters;
        this.notifications = notifications;
    }

    /** The steps whose notification tells less than what was said, or that have none. */
    @EventListener
    void moved(FormMoved moved) {
        var ticket = moved.record();
        if (!ticket.form().equals(Tickets.FORM)) {
            return;
        }
        switch (moved.action()) {
            case "reply" -> byMail(ticket, moved.decision().values().getOrDefault(TicketRules.BODY, ""));
            case "need_info" -> byMail(ticket, moved.decision().reason());
            case "reopen", "dc_return" -> toDesk(ticket);
            default -> {}
        }
    }

    private void byMail(FormRecord ticket, String said) {
        if (!said.isBlank()) {
            letters.send(ticket, said);
        }
    }

    /** Something that was said without a step. */
    void said(FormRecord ticket, String body, Actor actor) {
        if (actor.enterprise().isPresent()) {
            toDesk(ticket);
            return;
        }
        notifications.tell(
                "N-38",
                List.of(new Reader(
                        new Recipients.Members(ticket.enterprise().orElseThrow(), Role.CS_USER),
                        "/service-desk/tickets/" + ticket.id())),
                number(ticket));
        letters.send(ticket, body);
    }

    /** To whoever works on it, or else to all of the desk. */
    private void toDesk(FormRecord ticket) {
        var who = facts.find(ticket)
                .flatMap(TicketFacts.TicketFact::assignee)
                .<Recipients>map(Recipients.OnePerson::new)
                .orElseGet(() -> new Recipients.Holders(Role.CS_AGENT));
        notifications.tell("N-37", List.of(new Reader(who, "/desk/" + ticket.id())), number(ticket));
    }

    private static Map<String, String> number(FormRecord ticket) {
        return Map.of("no", ticket.number().orElse(""));
    }
}
