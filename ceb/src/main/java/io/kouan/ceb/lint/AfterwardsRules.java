package io.kouan.ceb.lint;

import static io.kouan.ceb.lint.Checks.amount;

import io.kouan.ceb.message.Document;
import io.kouan.ceb.message.Entity;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/** Rules about what is declared after an inventory: returns, split documents, summaries. */
final class AfterwardsRules {

    private static final Set<String> RETURN_MODES = Set.of("9661", "1261");
    private static final String CHINA = "142";

    private final Checks checks;

    AfterwardsRules(Checks checks) {
        this.checks = checks;
    }

    /** An import goes back to where it was sold. */
    void importReturn(Document document) {
        for (Entity line : document.lines()) {
            if (amount(line, "qty").signum() <= 0) {
                checks.add(RuleCode.RETURN_QUANTITY_NOT_POSITIVE, line, "qty");
            }
        }
    }

    /** an export comes back. */
    void exportReturn(Document document) {
        var head = document.head();
        if (!head.text("tradeMode").isBlank() && !RETURN_MODES.contains(head.text("tradeMode"))) {
            checks.add(RuleCode.RETURN_MODE_WRONG, head, "tradeMode");
        }
        if (!head.text("ieFlag").isBlank() && !head.text("ieFlag").equals("I")) {
            checks.add(RuleCode.RETURN_NOT_IMPORT, head, "ieFlag");
        }
        if (head.text("country").equals(CHINA)) {
            checks.add(RuleCode.RETURN_FROM_CHINA, head, "country");
        }
        var goods = new GoodsRules(checks);
        document.lines().forEach(goods::quantities);
    }

    /** one of so many parts, counted from 1. */
    void part(Document document) {
        var head = document.head();
        var number = amount(head, "msgSeqNo");
        if (number.compareTo(BigDecimal.ONE) < 0 || number.compareTo(amount(head, "msgCount")) > 0) {
            checks.add(RuleCode.PART_NUMBER_WRONG, head, "msgSeqNo", Map.of("count", head.text("msgCount")));
        }
    }

    /** inventories are chosen by their numbers or by a period. */
    void summary(Document document) {
        part(document);
        var head = document.head();
        var start = head.text("startTime");
        var end = head.text("endTime");
        if (start.isBlank() != end.isBlank()) {
            checks.add(RuleCode.SUMMARY_PERIOD_HALF_GIVEN, head, start.isBlank() ? "startTime" : "endTime");
        } else if (start.compareTo(end) > 0) {
            checks.add(RuleCode.SUMMARY_PERIOD_REVERSED, head, "endTime", Map.of("start", start));
        } else if (start.isBlank() && document.lines().isEmpty()) {
            checks.add(RuleCode.SUMMARY_CHOOSES_NOTHING, head, "startTime");
        }
    }
}
