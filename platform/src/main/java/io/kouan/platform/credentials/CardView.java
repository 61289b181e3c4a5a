package io.kouan.platform.credentials;

import io.kouan.platform.forms.definition.Mask;
import io.kouan.platform.port.PortTime;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A card as pages show it, personal data masked.
 *
 * @param tone colour of its state
 */
record CardView(
        long id,
        String number,
        String kind,
        boolean machine,
        boolean legal,
        String medium,
        String holder,
        String holderIdType,
        String holderIdNumber,
        String state,
        String tone,
        String serial,
        String validFrom,
        String validTo,
        boolean enabled,
        boolean handedOver,
        String receivedBy,
        boolean renewalAsked,
        List<String> steps,
        int version) {

    private static final DateTimeFormatter DAY = format("uuuu-MM-dd");
    private static final DateTimeFormatter TIME = format("uuuu-MM-dd HH:mm");

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(PortTime.ZONE);
    }

    static CardView of(Card card, CardTexts texts) {
        boolean machine = card.kind() == CardKind.MACHINE;
        var state = state(card);
        return new CardView(
                card.id(),
                card.number(),
                machine
                        ? texts.text("credentials.kind.MACHINE")
                        : texts.option("card_kind", card.kind().name()),
                machine,
                card.kind() == CardKind.LEGAL,
                machine ? texts.text("credentials.medium.HSM") : texts.option("card_medium", card.medium()),
                card.holder().name(),
                texts.option("id_type", card.holder().idType()),
                machine ? card.holder().idNumber() : Mask.ID.of(card.holder().idNumber()),
                texts.text("credentials.state." + state),
                tone(state),
                card.serial().toUpperCase(Locale.ROOT),
                day(card.validFrom()),
                day(card.validTo()),
                card.enabled(),
                card.handedOver().isPresent(),
                card.receivedBy(),
                card.renewalAsked().isPresent(),
                steps(card),
                card.version());
    }

    /** What a person has to know first: a card that is not fetched or not allowed is no normal one to them. */
    private static String state(Card card) {
        if (card.state() != CardState.NORMAL) {
            return card.state().name();
        }
        if (card.handedOver().isEmpty()) {
            return "MADE";
        }
        return card.enabled() ? "NORMAL" : "DISABLED";
    }

    private static String tone(String state) {
        return switch (state) {
            case "NORMAL" -> "good";
            case "LOST", "EXPIRED" -> "bad";
            case "MADE", "DISABLED" -> "wait";
            default -> "";
        };
    }

    private static List<String> steps(Card card) {
        return List.of(CardState.Step.values()).stream()
                .filter(step -> card.state().after(step).isPresent())
                .map(Enum::name)
                .toList();
    }

    static String day(Instant instant) {
        return DAY.format(instant);
    }

    static String time(Instant instant) {
        return TIME.format(instant);
    }
}
