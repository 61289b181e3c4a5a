package io.kouan.platform.localfiling;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.RecordPanels;
import io.kouan.platform.servicedesk.Tickets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** From a form of the local filing back to the ticket with which it is handed in. */
@Component
@Order(30)
class FormPanels implements RecordPanels {

    private final FormRecords records;

    FormPanels(FormRecords records) {
        this.records = records;
    }

    @Override
    public List<Panel> of(FormRecord record, Actor actor) {
        boolean own = record.enterprise().isPresent() && record.enterprise().equals(actor.enterprise());
        boolean material = Arrays.stream(Material.values()).map(Material::form).anyMatch(record.form()::equals);
        return own && material
                ? List.of(new Panel(
                        "local-filing-form", ticket(record.enterprise().getAsLong())))
                : List.of();
    }

    /** The ticket that is being written or has to be corrected; 0 where there is none. */
    private long ticket(long enterprise) {
        return records.of(enterprise, Tickets.FORM).stream()
                .filter(ticket -> Tickets.isAbout(TicketRules.TEMPLATE, ticket))
                .filter(ticket -> Set.of("DRAFT", "NEED_INFO").contains(ticket.state()))
                .map(FormRecord::id)
                .findFirst()
                .orElse(0L);
    }
}
