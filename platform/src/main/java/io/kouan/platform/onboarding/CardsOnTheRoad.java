package io.kouan.platform.onboarding;

import io.kouan.platform.credentials.Cards;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Step A4: cards are also issued at the window, without any application. */
@Component
class CardsOnTheRoad implements StepSource {

    private final Cards cards;

    CardsOnTheRoad(Cards cards) {
        this.cards = cards;
    }

    @Override
    public String step() {
        return "A4";
    }

    @Override
    public Optional<Progress> of(long enterprise) {
        return cards.legalOf(enterprise).map(card -> Progress.of(StepState.DONE));
    }
}
