package io.kouan.ceb.lint;

import static io.kouan.ceb.lint.Checks.amount;

import io.kouan.ceb.message.Entity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Rules about weights, quantities and units that import and export share. */
final class GoodsRules {

    private final Checks checks;

    GoodsRules(Checks checks) {
        this.checks = checks;
    }

    /** */
    void onePackage(Entity head) {
        if (amount(head, "packNo").compareTo(BigDecimal.ONE) != 0) {
            checks.add(RuleCode.NOT_ONE_PACKAGE, head, "packNo");
        }
    }

    /** */
    void weights(Entity head) {
        for (String field : List.of("grossWeight", "netWeight")) {
            if (amount(head, field).signum() <= 0) {
                checks.add(RuleCode.NO_WEIGHT, head, field);
            }
        }
        if (amount(head, "netWeight").compareTo(amount(head, "grossWeight")) > 0) {
            checks.add(RuleCode.NET_ABOVE_GROSS, head, "netWeight", Map.of("gross", head.text("grossWeight")));
        }
    }

    /** the quantity of the trade and those that the law asks for. */
    void quantities(Entity line) {
        for (String field : List.of("qty", "qty1")) {
            if (amount(line, field).signum() <= 0) {
                checks.add(RuleCode.QUANTITY_NOT_POSITIVE, line, field);
            }
        }
        boolean unit = !line.text("unit2").isBlank();
        boolean quantity = amount(line, "qty2").signum() > 0;
        if (unit != quantity) {
            checks.add(RuleCode.SECOND_UNIT_HALF_GIVEN, line, unit ? "qty2" : "unit2");
        }
        sameUnit(line, "unit1", "qty1");
        if (unit) {
            sameUnit(line, "unit2", "qty2");
        }
    }

    private void sameUnit(Entity line, String unit, String quantity) {
        if (line.text("unit").equals(line.text(unit)) && amount(line, "qty").compareTo(amount(line, quantity)) != 0) {
            checks.add(RuleCode.SAME_UNIT_OTHER_QUANTITY, line, quantity, Map.of("quantity", line.text("qty")));
        }
    }
}
