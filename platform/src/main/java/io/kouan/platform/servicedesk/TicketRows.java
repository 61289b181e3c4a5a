package io.kouan.platform.servicedesk;

import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.page.RecordView;
import io.kouan.platform.forms.page.Tongue;
import io.kouan.platform.servicedesk.TicketFacts.TicketFact;
import org.springframework.stereotype.Component;

/** Tickets as rows of a list (我的工单). */
@Component
class TicketRows {

    private final FormCatalogue catalogue;

    TicketRows(FormCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The columns of screen 5.3. */
    public record Row(
            long id,
            String number,
            String category,
            String kind,
            String title,
            String state,
            String tone,
            String submitted,
            String replied) {}

    Row row(TicketFact ticket) {
        var language = Tongue.now();
        var state = catalogue.form(Tickets.FORM).state(ticket.state()).orElseThrow();
        return new Row(
                ticket.record(),
                ticket.number(),
                catalogue.options("ticket_category").label(ticket.category()).in(language),
                catalogue.options("ticket_kind").label(ticket.kind()).in(language),
                ticket.title(),
                state.label().in(language),
                tone(ticket.state()),
                RecordView.time(ticket.submitted()),
                ticket.replied().map(RecordView::time).orElse(""));
    }

    private static String tone(String state) {
        return switch (state) {
            case "REPLIED", "CLOSED" -> "good";
            case "NEED_INFO" -> "bad";
            case TicketState.CANCELLED -> "";
            default -> "wait";
        };
    }
}
