package io.kouan.platform.localfiling;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormMoved;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormSteps;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.servicedesk.Tickets;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What follows when a ticket about the local filing moves: its forms go with it, and come back with it. */
@Component
class CaseNews {

    private final Materials materials;
    private final Reviews reviews;
    private final FormSteps steps;

    CaseNews(Materials materials, Reviews reviews, FormSteps steps) {
        this.materials = materials;
        this.reviews = reviews;
        this.steps = steps;
    }

    @EventListener
    void moved(FormMoved moved) {
        if (!Tickets.isAbout(TicketRules.TEMPLATE, moved.record())) {
            return;
        }
        switch (moved.action()) {
            case "submit" -> handIn(moved.record());
            case "supplement" -> {
                reviews.forgetTicks(moved.record().id());
                handIn(moved.record());
            }
            case "need_info" -> materials.filed(moved.record()).forEach(record -> take(record, "give_back"));
            default -> {}
        }
    }

    private void handIn(FormRecord ticket) {
        materials.before(ticket).values().forEach(record -> {
            materials.handIn(ticket, record);
            take(record, "hand_in");
        });
    }

    private void take(FormRecord record, String action) {
        var taken = steps.take(record.id(), record.version(), action, Decision.plain(), Actor.program());
        if (taken instanceof Outcome.Refused(var faults)) {
            throw new IllegalStateException(record.form() + " does not go along: " + faults);
        }
    }
}
