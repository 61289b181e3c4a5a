package io.kouan.platform.credentials;

import io.kouan.platform.forms.FormMoved;
import io.kouan.platform.forms.StepValues;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What N-17 (卡已领取) names: the cards of the application, and until when all of them are valid. */
@Component
class CardsHandedOver implements StepValues {

    private final Cards cards;

    CardsHandedOver(Cards cards) {
        this.cards = cards;
    }

    @Override
    public Map<String, String> of(FormMoved moved) {
        if (!moved.record().form().equals(CardRules.FORM) || !moved.action().equals("hand_over")) {
            return Map.of();
        }
        var made = cards.madeFrom(moved.record().id());
        return made.stream()
                .min(Comparator.comparing(Card::validTo))
                .map(first -> Map.of(
                        "card_no",
                        made.stream().map(Card::number).collect(Collectors.joining("、")),
                        "card_no.en",
                        made.stream().map(Card::number).collect(Collectors.joining(", ")),
                        "date",
                        CardDesk.day(first).toString()))
                .orElse(Map.of());
    }
}
