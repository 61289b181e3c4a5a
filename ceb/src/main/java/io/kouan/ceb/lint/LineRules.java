package io.kouan.ceb.lint;

import static io.kouan.ceb.lint.Checks.amount;
import static io.kouan.ceb.lint.Checks.plain;

import io.kouan.ceb.message.Entity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** Rules that orders and inventories share. */
final class LineRules {

    private static final BigDecimal TOLERANCE = new BigDecimal("0.01");

    private LineRules() {}

    /** numbers run from 1 without gap. */
    static void numbers(Checks checks, List<Entity> lines, RuleCode code) {
        for (int i = 0; i < lines.size(); i++) {
            if (amount(lines.get(i), "gnum").compareTo(BigDecimal.valueOf(i + 1L)) != 0) {
                checks.add(code, lines.get(i), "gnum", Map.of("expected", String.valueOf(i + 1)));
                return;
            }
        }
    }

    /** price times quantity, to the cent. */
    static void total(Checks checks, Entity line, RuleCode code) {
        var product = amount(line, "price").multiply(amount(line, "qty")).setScale(2, RoundingMode.HALF_UP);
        var total = amount(line, "totalPrice").setScale(2, RoundingMode.HALF_UP);
        if (product.subtract(total).abs().compareTo(TOLERANCE) > 0) {
            checks.add(code, line, "totalPrice", Map.of("product", plain(product)));
        }
    }
}
