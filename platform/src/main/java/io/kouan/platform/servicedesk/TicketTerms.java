package io.kouan.platform.servicedesk;

import io.kouan.ceb.port.PortProfile;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How many working days a matter is expected to take (SLA-2); the port's profile says it. */
@Component
class TicketTerms {

    /** Which expected time of the port's profile a matter has; the handbook states none for the others (SLA-3). */
    private static final Map<String, PortProfile.Step> STEPS = Map.of("LOCAL_FILING", PortProfile.Step.LOCAL_FILING);

    private final PortProfile port;

    TicketTerms(PortProfile port) {
        this.port = port;
    }

    /** The matters that have one. */
    static Set<String> matters() {
        return STEPS.keySet();
    }

    Optional<Integer> days(String template) {
        return port.deadlines().stream()
                .filter(deadline -> deadline.step() == STEPS.get(template))
                .map(PortProfile.Deadline::workingDays)
                .findFirst();
    }
}
