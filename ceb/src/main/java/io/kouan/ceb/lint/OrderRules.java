package io.kouan.ceb.lint;

import static io.kouan.ceb.lint.Checks.amount;
import static io.kouan.ceb.lint.Checks.plain;

import io.kouan.ceb.message.Document;
import io.kouan.ceb.message.Entity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Rules about an import order, a payment and a waybill. */
final class OrderRules {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final Checks checks;

    OrderRules(Checks checks) {
        this.checks = checks;
    }

    void order(Document document) {
        var head = document.head();
        if (!head.text("orderType").equals("I")) {
            checks.add(RuleCode.ORDER_NOT_IMPORT, head, "orderType");
        }
        amounts(head);
        LineRules.numbers(checks, document.lines(), RuleCode.LINE_NUMBERS_WRONG);
        var sum = BigDecimal.ZERO;
        for (Entity line : document.lines()) {
            LineRules.total(checks, line, RuleCode.LINE_TOTAL_WRONG);
            sum = sum.add(amount(line, "totalPrice"));
            if (amount(line, "price").signum() == 0 && line.text("note").isBlank()) {
                checks.add(RuleCode.FREE_WITHOUT_REASON, line, "price");
            }
        }
        if (!document.lines().isEmpty()
                && sum.subtract(amount(head, "goodsValue")).abs().compareTo(CENT) > 0) {
            checks.add(RuleCode.GOODS_VALUE_DOES_NOT_ADD_UP, head, "goodsValue", Map.of("sum", plain(sum)));
        }
        paymentNamedWhollyOrNotAtAll(head);
    }

    /** */
    private void amounts(Entity head) {
        for (String field : List.of("goodsValue", "freight", "discount", "taxTotal", "acturalPaid")) {
            if (amount(head, field).signum() < 0) {
                checks.add(RuleCode.NEGATIVE_AMOUNT, head, field);
            }
        }
        var due = amount(head, "goodsValue").add(amount(head, "freight")).add(amount(head, "taxTotal"));
        if (amount(head, "discount").compareTo(due) > 0) {
            checks.add(RuleCode.DISCOUNT_TOO_LARGE, head, "discount", Map.of("sum", plain(due)));
        }
        var paid = due.subtract(amount(head, "discount"));
        if (paid.compareTo(amount(head, "acturalPaid")) != 0) {
            checks.add(RuleCode.PAID_DOES_NOT_ADD_UP, head, "acturalPaid", Map.of("sum", plain(paid)));
        }
    }

    /** */
    private void paymentNamedWhollyOrNotAtAll(Entity head) {
        var fields = List.of("payCode", "payName", "payTransactionId");
        long given =
                fields.stream().filter(field -> !head.text(field).isBlank()).count();
        if (given > 0 && given < fields.size()) {
            fields.stream()
                    .filter(field -> head.text(field).isBlank())
                    .findFirst()
                    .ifPresent(field -> checks.add(RuleCode.PAYMENT_HALF_NAMED, head, field));
        }
    }

    void payment(Document document) {
        if (amount(document.head(), "amountPaid").signum() <= 0) {
            checks.add(RuleCode.NOTHING_PAID, document.head(), "amountPaid");
        }
    }

    void waybill(Document document) {
        new GoodsRules(checks).onePackage(document.head());
        if (amount(document.head(), "weight").signum() <= 0) {
            checks.add(RuleCode.NO_WEIGHT, document.head(), "weight");
        }
    }
}
