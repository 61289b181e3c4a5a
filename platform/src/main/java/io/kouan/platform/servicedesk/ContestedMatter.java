package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.DecisionBar;
import io.kouan.platform.forms.FormEvent;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.Situation;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.FormDefinition;
import java.util.List;
import java.util.Optional;

/**
 * A ticket that objects to a decision (异议) names the matter by its number. Whoever decided about that matter does not decide on the
 * ticket (SOD-16): a supervisor gives it to somebody else.
 */
final class ContestedMatter implements DecisionBar {

    private static final String FIELD = "contested_no";

    private final FormRecords records;

    ContestedMatter(FormRecords records) {
        this.records = records;
    }

    @Override
    public Optional<String> refusal(FormDefinition form, FormRecord record, Actor officer) {
        return contested(record, record.answers().text(FIELD))
                .filter(matter -> records.history(matter.id()).stream().anyMatch(event -> isDecision(event, officer)))
                .map(_ -> "ERR_SELF_APPROVAL");
    }

    private static boolean isDecision(FormEvent event, Actor officer) {
        return event.login().equals(officer.login())
                && !Role.valueOf(event.role()).isOfEnterprise();
    }

    /** CONTESTED_OWN: a matter of the own enterprise; one of another and one that does not exist are answered alike. */
    List<Fault> own(Situation situation) {
        var number = situation.answers().text(FIELD);
        boolean handedIn = situation.is("submit", "supplement");
        return handedIn
                        && !number.isEmpty()
                        && contested(situation.record(), number).isEmpty()
                ? List.of(Fault.at(FIELD, "ERR_FORBIDDEN"))
                : List.of();
    }

    private Optional<FormRecord> contested(FormRecord ticket, String number) {
        return ticket.form().equals(Tickets.FORM) && !number.isEmpty()
                ? records.numbered(number)
                        .filter(matter -> matter.id() != ticket.id())
                        .filter(matter -> matter.enterprise().equals(ticket.enterprise()))
                : Optional.empty();
    }
}
