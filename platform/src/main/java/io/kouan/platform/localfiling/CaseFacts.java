package io.kouan.platform.localfiling;

import io.kouan.platform.forms.FactSource;
import io.kouan.platform.forms.definition.Fact;
import io.kouan.platform.servicedesk.Tickets;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells other forms how far the newest local filing of an enterprise is: the entries wait until it is {@code COMPLETED}. */
@Component
class CaseFacts implements FactSource {

    private final Tickets tickets;
    private final Cases cases;

    CaseFacts(Tickets tickets, Cases cases) {
        this.tickets = tickets;
        this.cases = cases;
    }

    @Override
    public Map<String, String> facts(long enterprise) {
        return tickets.newest(enterprise, TicketRules.TEMPLATE)
                .flatMap(cases::state)
                .map(state -> Map.of(Fact.LOCAL_FILING.id(), state.name()))
                .orElse(Map.of());
    }
}
