package io.kouan.platform.customs;

import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.Personal;
import io.kouan.ceb.message.Entity;
import io.kouan.platform.customs.Mismatch.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares fields and collects what differs, in the order of the questions. */
final class Comparison {

    private final List<Mismatch> mismatches = new ArrayList<>();

    /** A field of a document's head or line. */
    record Field(String type, Entity entity, String name, int line) {
        static Field head(String type, Entity entity, String name) {
            return new Field(type, entity, name, -1);
        }

        String value() {
            return entity.text(name);
        }

        /** As customs names it in receipts: {@code OrderHead.acturalPaid}. */
        String label() {
            return entity.type().name() + "." + name;
        }

        Side side() {
            return new Side(type, name, line, value());
        }
    }

    List<Mismatch> mismatches() {
        return List.copyOf(mismatches);
    }

    void sameText(CustomsCode code, Field left, Field right) {
        if (!normal(left.value()).equals(normal(right.value()))) {
            differ(code, left, right);
        }
    }

    /** Amounts are compared by value: 10 and 10.00 are the same. */
    void sameAmount(CustomsCode code, Field left, Field right) {
        if (!amount(left.value()).equals(amount(right.value()))) {
            differ(code, left, right);
        }
    }

    void differ(CustomsCode code, Field left, Field right) {
        var values = Map.of(
                "left", left.label(),
                "right", right.label(),
                "leftValue", Personal.shown(left.name(), left.value()),
                "rightValue", Personal.shown(right.name(), right.value()),
                "line", left.line() < 0 ? "" : String.valueOf(left.line() + 1));
        mismatches.add(new Mismatch(
                new Finding(code, right.entity().place(right.name()), values), List.of(left.side(), right.side())));
    }

    /** A number, or nothing where the text is none: then two texts are the same only if both are none. */
    static Optional<BigDecimal> amount(String text) {
        if (text.isEmpty()) {
            return Optional.of(BigDecimal.ZERO);
        }
        try {
            var number = new BigDecimal(text.strip());
            return Optional.of(number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Trimmed, runs of white space as one space. */
    static String normal(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            plain = !Character.isWhitespace(text.charAt(i)) && text.charAt(i) != '\u3000';
        }
        return plain ? text : text.replace('\u3000', ' ').strip().replaceAll("\\s+", " ");
    }
}
