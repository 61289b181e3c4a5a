package io.kouan.platform.enrolment;

import io.kouan.platform.forms.FormMoved;
import io.kouan.platform.transmission.InterfaceAccesses;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the gate what was decided about an enrolment, in the decision's own transaction: it counts for the next message. */
@Component
class TellTheGate {

    private final InterfaceAccesses accesses;

    TellTheGate(InterfaceAccesses accesses) {
        this.accesses = accesses;
    }

    @EventListener
    void moved(FormMoved moved) {
        if (!moved.record().form().equals(Enrolments.FORM)) {
            return;
        }
        var dxpId = Enrolments.dxpId(moved.record());
        switch (moved.action()) {
            case "start_test" -> accesses.openTest(dxpId);
            case "go_live" -> accesses.goLive(dxpId, Enrolments.addresses(moved.record()));
            case "suspend" -> accesses.suspend(dxpId, moved.decision().reason().strip());
            case "resume" -> accesses.resume(dxpId);
            default -> {
                // the gate has no interest in the other steps
            }
        }
    }
}
