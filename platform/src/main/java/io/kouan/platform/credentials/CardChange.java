package io.kouan.platform.credentials;

import java.time.Instant;
import java.util.Optional;

/** A card with something changed. */
final class CardChange {

    private final Card card;
    private CardState state;
    private boolean enabled;
    private String serial;
    private Instant from;
    private Instant to;
    private String receivedBy;
    private Optional<Instant> handedOver;
    private Optional<Instant> renewalAsked;

    CardChange(Card card) {
        this.card = card;
        this.state = card.state();
        this.enabled = card.enabled();
        this.serial = card.serial();
        this.from = card.validFrom();
        this.to = card.validTo();
        this.receivedBy = card.receivedBy();
        this.handedOver = card.handedOver();
        this.renewalAsked = card.renewalAsked();
    }

    CardChange state(CardState next) {
        state = next;
        return this;
    }

    CardChange enabled(boolean next) {
        enabled = next;
        return this;
    }

    /** With the new certificate whatever was asked for has been given. */
    CardChange certificate(Certified next) {
        serial = next.serial();
        from = next.certificate().getNotBefore().toInstant();
        to = next.certificate().getNotAfter().toInstant();
        renewalAsked = Optional.empty();
        return this;
    }

    CardChange handedOver(String by, Instant at) {
        receivedBy = by;
        handedOver = Optional.of(at);
        return this;
    }

    CardChange renewalAsked(Instant at) {
        renewalAsked = Optional.of(at);
        return this;
    }

    Card build() {
        return new Card(
                card.id(),
                card.enterprise(),
                card.number(),
                card.kind(),
                card.medium(),
                card.holder(),
                card.login(),
                state,
                enabled,
                serial,
                from,
                to,
                card.record(),
                card.row(),
                receivedBy,
                handedOver,
                renewalAsked,
                card.issuedAt(),
                card.version());
    }
}
