package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.Situation;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.check.ScreenCheck;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.port.PortTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** The rules of tickets that no form file can say, whatever the matter. */
@Component
class TicketRules {

    /** What is said with a step, among the values of its decision. */
    static final String BODY = "body";

    private final FormCatalogue catalogue;
    private final TicketFacts facts;
    private final Clock clock;

    TicketRules(FormCatalogue catalogue, TicketFacts facts, Clock clock) {
        this.catalogue = catalogue;
        this.facts = facts;
        this.clock = clock;
    }

    /** ACTIVE_ACCOUNT: only approved accounts submit tickets; whoever has none is not in the role. */
    List<Fault> activeAccount(Situation situation) {
        boolean pending =
                situation.is("begin", "submit") && !situation.actor().roles().contains(Role.CS_USER);
        return pending ? List.of(Fault.at("", "ERR_ACCOUNT_PENDING")) : List.of();
    }

    /** REPLY_WRITTEN: a reply says something, and nothing that is said with a step is too long. */
    List<Fault> replyWritten(Situation situation) {
        return said(situation.decision().values().getOrDefault(BODY, ""), situation.is("reply"));
    }

    /** What is wrong with something to be said (screen ticket_reply). */
    List<Fault> said(String body, boolean needed) {
        var field = catalogue.screen("ticket_reply").stream()
                .filter(it -> it.key().equals(BODY))
                .findFirst()
                .orElseThrow();
        if (body.isBlank() && !needed) {
            return List.of();
        }
        var today = LocalDate.ofInstant(clock.instant(), PortTime.ZONE);
        return new ScreenCheck(catalogue, today)
                .faults(List.of(field), Map.of(BODY, body.strip())).stream()
                        .map(fault -> labelled(fault, field))
                        .toList();
    }

    private static Fault labelled(Fault fault, Field field) {
        var values = new HashMap<>(fault.values());
        values.put("label", field.label().zh());
        values.put("label.en", field.label().en());
        return Fault.at(fault.place(), fault.message(), values);
    }

    /** REOPEN_IN_TIME: asked back within seven days of the reply. */
    List<Fault> reopenInTime(Situation situation) {
        return situation.is("reopen") ? unless(situation, end -> clock.instant().isBefore(end)) : List.of();
    }

    /** CLOSE_IN_TIME: the system closes after seven days without a word. */
    List<Fault> closeInTime(Situation situation) {
        boolean bySystem = situation.is("close") && situation.actor().roles().contains(Role.SYSTEM);
        return bySystem ? unless(situation, end -> !clock.instant().isBefore(end)) : List.of();
    }

    private List<Fault> unless(Situation situation, Predicate<Instant> holds) {
        boolean right = facts.find(situation.record())
                .flatMap(TicketFacts.TicketFact::replied)
                .map(TicketEnd::after)
                .filter(holds)
                .isPresent();
        if (right) {
            return List.of();
        }
        var state = catalogue
                .form(Tickets.FORM)
                .state(situation.record().state())
                .orElseThrow()
                .label();
        return List.of(Fault.at("", "ERR_STATE", Map.of("state", state.zh(), "state.en", state.en())));
    }
}
