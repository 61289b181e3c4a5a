package io.kouan.platform.enrolment;

import io.kouan.platform.forms.FormMoved;
import io.kouan.platform.transmission.AddressBlock;
import io.kouan.platform.transmission.InterfaceAccesses;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the gate what was decided about an enrolment, in the decision's own transaction: it counts for the next message. */
@Component
class TellTheGate {

    private final InterfaceAccesses accesses;
    private final List<AddressBlock> ofSandbox;

    /** @param addresses of the sandbox's own machine: nobody's list may name them, and in the sandbox everybody sends from there */
    TellTheGate(
            InterfaceAccesses accesses,
            @Value("${kouan.sandbox:true}") boolean sandbox,
            @Value("${kouan.sandbox.addresses:127.0.0.0/8,::1}") List<String> addresses) {
        this.accesses = accesses;
        this.ofSandbox = sandbox ? addresses.stream().map(AddressBlock::parse).toList() : List.of();
    }

    @EventListener
    void moved(FormMoved moved) {
        if (!moved.record().form().equals(Enrolments.FORM)) {
            return;
        }
        var dxpId = Enrolments.dxpId(moved.record());
        switch (moved.action()) {
            case "start_test" -> accesses.openTest(dxpId);
            case "go_live" ->
                accesses.goLive(
                        dxpId,
                        Stream.concat(Enrolments.addresses(moved.record()).stream(), ofSandbox.stream())
                                .toList());
            case "suspend" -> accesses.suspend(dxpId, moved.decision().reason().strip());
            case "resume" -> accesses.resume(dxpId);
            default -> {
                // the gate has no interest in the other steps
            }
        }
    }
}
