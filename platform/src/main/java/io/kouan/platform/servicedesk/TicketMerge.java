package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormMoved;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.FormSteps;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.Situation;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.notifications.Notifications;
import io.kouan.platform.notifications.Reader;
import io.kouan.platform.notifications.Recipients;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * 合并工单: a ticket that asks the same as another of its enterprise is closed and points there. A ticket that is the case of a matter (本地备案,
 * 开通业务类型 …) is never merged away: its steps belong to it.
 */
@Component
class TicketMerge {

    static final String ACTION = "merge";
    private static final String INTO = "merge_into";
    private static final Set<String> NO_CASE = Set.of("FREE", "UNLOCK_ACCOUNT");
    private static final Set<String> OPEN = Set.of("SUBMITTED", "PROCESSING", "NEED_INFO", "FORWARDED");

    private final FormRecords records;
    private final FormSteps steps;
    private final TicketFacts facts;
    private final Conversations conversations;
    private final Notifications notifications;

    TicketMerge(
            FormRecords records,
            FormSteps steps,
            TicketFacts facts,
            Conversations conversations,
            Notifications notifications) {
        this.records = records;
        this.steps = steps;
        this.facts = facts;
        this.conversations = conversations;
        this.notifications = notifications;
    }

    Outcome merge(FormRecord ticket, int version, String into, Actor actor) {
        var decision = new Decision(List.of(), "", Map.of(INTO, into.strip()), false);
        return steps.take(ticket.id(), version, ACTION, decision, actor);
    }

    /** Whether a ticket can be merged away at all, whatever into. */
    static boolean isMergeable(FormRecord ticket) {
        return NO_CASE.contains(Tickets.template(ticket))
                && Set.of("SUBMITTED", "PROCESSING").contains(ticket.state());
    }

    /** MERGE_TARGET: no case is merged away, and only into another open ticket of the same enterprise. */
    static List<Fault> target(Situation situation, FormRecords records) {
        if (!situation.is(ACTION)) {
            return List.of();
        }
        var ticket = situation.record();
        if (!NO_CASE.contains(Tickets.template(ticket))) {
            return List.of(Fault.at("", "ERR_MERGE_CASE"));
        }
        boolean right = target(situation.decision(), records)
                .filter(other -> other.id() != ticket.id())
                .filter(other -> other.enterprise().equals(ticket.enterprise()))
                .filter(other -> OPEN.contains(other.state()))
                .isPresent();
        return right ? List.of() : List.of(Fault.at("", "ERR_MERGE_TARGET"));
    }

    private static Optional<FormRecord> target(Decision decision, FormRecords records) {
        return records.numbered(decision.values().getOrDefault(INTO, ""))
                .filter(other -> other.form().equals(Tickets.FORM));
    }

    /** Both say so, and the enterprise hears where it goes on. */
    @EventListener
    void moved(FormMoved moved) {
        if (!moved.record().form().equals(Tickets.FORM) || !moved.action().equals(ACTION)) {
            return;
        }
        var ticket = moved.record();
        var into = target(moved.decision(), records).orElseThrow();
        facts.merge(ticket, into);
        var number = ticket.number().orElse("");
        var other = into.number().orElse("");
        conversations.write(ticket, TicketMessage.Author.program(), ACTION, "→ " + other);
        conversations.write(into, TicketMessage.Author.program(), ACTION, "← " + number);
        notifications.tell(
                "N-39",
                List.of(new Reader(
                        new Recipients.Members(ticket.enterprise().orElseThrow(), Role.CS_USER),
                        "/service-desk/tickets/" + into.id())),
                Map.of("no", number, "into", other));
    }
}
