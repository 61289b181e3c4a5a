package io.kouan.platform.post;

import java.util.UUID;

/** Hands SMS to the gateway that is there. */
final class SmsCarrier implements Carrier {

    private final SmsGateway gateway;

    SmsCarrier(SmsGateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public Letter.Kind kind() {
        return Letter.Kind.SMS;
    }

    @Override
    public Handover carry(UUID id, Letter letter) {
        try {
            gateway.send(id, letter.to(), letter.text());
            return new Handover.Taken();
        } catch (RuntimeException e) {
            return new Handover.Failed(e.getClass().getSimpleName());
        }
    }
}
