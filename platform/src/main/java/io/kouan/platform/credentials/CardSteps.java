package io.kouan.platform.credentials;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.forms.check.Fault;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to a card after it was issued (handbook S3): lost, found, cancelled, allowed or not, a new certificate asked for. An
 * unknown card and a foreign one are answered alike.
 */
@Service
public class CardSteps {

    private final Cards cards;
    private final CardRegister register;
    private final Clock clock;

    CardSteps(Cards cards, CardRegister register, Clock clock) {
        this.cards = cards;
        this.register = register;
        this.clock = clock;
    }

    /** The card, where somebody may see it: the window all, an enterprise its own. */
    public Optional<Card> find(long id, Actor actor) {
        return cards.find(id)
                .filter(card -> actor.has("DSC_CLERK")
                        || (actor.enterprise().isPresent() && actor.enterprise().getAsLong() == card.enterprise()));
    }

    /** 挂失: at once it neither signs in nor speaks for the enterprise. */
    @Transactional
    public CardOutcome lose(long id, Actor actor) {
        return step(id, CardState.Step.LOSE, "lose", "", actor);
    }

    /** 解挂: only at the window. */
    @Transactional
    public CardOutcome found(long id, Actor clerk) {
        return clerk.has("DSC_CLERK")
                ? step(id, CardState.Step.FIND, "find", "", clerk)
                : CardOutcome.Refused.because("ERR_FORBIDDEN");
    }

    /** 注销: for good, only at the window. */
    @Transactional
    public CardOutcome cancel(long id, String reason, Actor clerk) {
        return clerk.has("DSC_CLERK")
                ? step(id, CardState.Step.CANCEL, "cancel", reason, clerk)
                : CardOutcome.Refused.because("ERR_FORBIDDEN");
    }

    /** The legal person lets an operator card be used, or not; only with the legal person's card. */
    @Transactional
    public CardOutcome enable(long id, boolean enabled, Actor legal) {
        var found = find(id, legal).filter(card -> card.kind() != CardKind.LEGAL);
        if (found.isEmpty()) {
            return CardOutcome.Refused.because("ERR_FORBIDDEN");
        }
        if (!legal.has("ENT_LEGAL")) {
            return CardOutcome.Refused.because("ERR_CARD_REQUIRED");
        }
        var next = new CardChange(found.get()).enabled(enabled).build();
        return store(found.get(), next, enabled ? "enable" : "disable", "", legal);
    }

    /** The enterprise asks the window for a new certificate. */
    @Transactional
    public CardOutcome askRenewal(long id, Actor actor) {
        var found = find(id, actor);
        if (found.isEmpty()) {
            return CardOutcome.Refused.because("ERR_FORBIDDEN");
        }
        if (found.get().state().after(CardState.Step.RENEW).isEmpty()) {
            return wrongState(found.get());
        }
        var next = new CardChange(found.get()).renewalAsked(clock.instant()).build();
        return store(found.get(), next, "ask-renewal", "", actor);
    }

    /** 过期, by the clock. */
    @Transactional
    public void expire(Card card) {
        step(card.id(), CardState.Step.EXPIRE, "expire", "", Actor.program());
    }

    private CardOutcome step(long id, CardState.Step step, String action, String reason, Actor actor) {
        var found = actor.has("SYSTEM") ? cards.find(id) : find(id, actor);
        if (found.isEmpty()) {
            return CardOutcome.Refused.because("ERR_FORBIDDEN");
        }
        var card = found.get();
        return card.state()
                .after(step)
                .map(state -> store(card, new CardChange(card).state(state).build(), action, reason, actor))
                .orElseGet(() -> wrongState(card));
    }

    private CardOutcome store(Card before, Card next, String action, String reason, Actor actor) {
        return register.change(before, next, action, reason, actor)
                .<CardOutcome>map(stored -> new CardOutcome.Done(stored, Optional.empty()))
                .orElseGet(() -> CardOutcome.Refused.because("ERR_VERSION_CONFLICT"));
    }

    static CardOutcome wrongState(Card card) {
        return new CardOutcome.Refused(
                List.of(Fault.at("", "ERR_STATE", Map.of("state", card.state().name()))));
    }
}
