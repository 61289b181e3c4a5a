package io.kouan.platform.customs;

import static io.kouan.platform.customs.Comparison.Field.head;

import io.kouan.ceb.message.Entity;
import io.kouan.platform.customs.Comparison.Field;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The three-document match (三单比对): order, payment and waybill against the inventory, rules. All that
 * differs is reported at once, in the order of the rules.
 */
public final class Matching {

    private static final String ORDER = "CEB311";
    private static final String PAYMENT = "CEB411";
    private static final String WAYBILL = "CEB511";
    private static final String INVENTORY = "CEB621";

    private final Chain chain;
    private final MatchRules rules;
    private final Entity order;
    private final Entity payment;
    private final Entity waybill;
    private final Entity inventory;
    private final Comparison found = new Comparison();

    private Matching(Chain chain, MatchRules rules) {
        this.chain = chain;
        this.rules = rules;
        this.order = chain.order().head();
        this.payment = chain.payment().head();
        this.waybill = chain.waybill().head();
        this.inventory = chain.inventory().head();
    }

    /** Everything in which the documents disagree; empty means they match. */
    public static List<Mismatch> of(Chain chain, MatchRules rules) {
        var matching = new Matching(chain, rules);
        matching.orderAndInventory();
        matching.lines();
        matching.paymentAndOrder();
        matching.waybillAndInventory();
        matching.consignee();
        matching.amounts();
        return matching.found.mismatches();
    }

    /** */
    private void orderAndInventory() {
        for (String field : List.of("orderNo", "ebpCode", "ebpName", "ebcCode", "ebcName")) {
            found.sameText(CustomsCode.ORDER_HEAD_DIFFERS, order(field), inventory(field));
        }
        found.sameText(CustomsCode.BUYER_NAME_DIFFERS, order("buyerName"), inventory("buyerName"));
        found.sameText(CustomsCode.BUYER_ID_DIFFERS, order("buyerIdType"), inventory("buyerIdType"));
        found.sameText(CustomsCode.BUYER_ID_DIFFERS, order("buyerIdNumber"), inventory("buyerIdNumber"));
        found.sameText(CustomsCode.BUYER_TELEPHONE_DIFFERS, order("buyerTelephone"), inventory("buyerTelephone"));
    }

    /** lines correspond one to one by their numbers. */
    private void lines() {
        var ordered = chain.order().lines();
        var declared = chain.inventory().lines();
        if (ordered.size() != declared.size()) {
            found.differ(CustomsCode.LINE_COUNT_DIFFERS, order("orderNo"), inventory("orderNo"));
            return;
        }
        for (int i = 0; i < declared.size(); i++) {
            var right = declared.get(i);
            var number = right.text("gnum");
            Optional<Entity> left = ordered.stream()
                    .filter(line -> Comparison.amount(line.text("gnum")).equals(Comparison.amount(number)))
                    .findFirst();
            if (left.isEmpty()) {
                found.differ(
                        CustomsCode.LINE_DIFFERS,
                        new Field(ORDER, ordered.get(i), "gnum", i),
                        new Field(INVENTORY, right, "gnum", i));
            } else {
                line(left.get(), ordered.indexOf(left.get()), right, i);
            }
        }
    }

    private void line(Entity left, int leftIndex, Entity right, int rightIndex) {
        text(left, "itemName", leftIndex, right, "gname", rightIndex);
        text(left, "unit", leftIndex, right, "unit", rightIndex);
        text(left, "country", leftIndex, right, "country", rightIndex);
        for (String field : List.of("itemNo", "barCode")) {
            if (!left.text(field).isEmpty() && !right.text(field).isEmpty()) {
                text(left, field, leftIndex, right, field, rightIndex);
            }
        }
        for (String field : List.of("qty", "price", "totalPrice")) {
            found.sameAmount(
                    CustomsCode.LINE_DIFFERS,
                    new Field(ORDER, left, field, leftIndex),
                    new Field(INVENTORY, right, field, rightIndex));
        }
    }

    private void text(Entity left, String leftField, int leftIndex, Entity right, String rightField, int rightIndex) {
        found.sameText(
                CustomsCode.LINE_DIFFERS,
                new Field(ORDER, left, leftField, leftIndex),
                new Field(INVENTORY, right, rightField, rightIndex));
    }

    /** */
    private void paymentAndOrder() {
        for (String field : List.of("orderNo", "ebpCode", "ebpName")) {
            found.sameText(CustomsCode.PAYMENT_PLATFORM_DIFFERS, order(field), payment(field));
        }
        if (!order.text("payCode").isEmpty()) {
            found.sameText(CustomsCode.PAYMENT_ENTERPRISE_DIFFERS, order("payCode"), payment("payCode"));
        }
        found.sameAmount(CustomsCode.AMOUNT_DIFFERS, order("acturalPaid"), payment("amountPaid"));
        if (!rules.payerMayDiffer()) {
            found.sameText(CustomsCode.PAYER_IS_NOT_BUYER, order("buyerName"), payment("payerName"));
            found.sameText(CustomsCode.PAYER_IS_NOT_BUYER, order("buyerIdNumber"), payment("payerIdNumber"));
        }
    }

    /** */
    private void waybillAndInventory() {
        for (String field : List.of("logisticsCode", "logisticsNo", "orderNo")) {
            found.sameText(CustomsCode.WAYBILL_DIFFERS, waybill(field), inventory(field));
        }
        if (inventory.text("tradeMode").equals("9610")) {
            found.sameText(CustomsCode.WAYBILL_DIFFERS, waybill("billNo"), inventory("billNo"));
        }
    }

    /** */
    private void consignee() {
        for (String field : List.of("consignee", "consigneeTelephone", "consigneeAddress")) {
            found.sameText(CustomsCode.CONSIGNEE_DIFFERS, order(field), waybill(field));
        }
        found.sameText(CustomsCode.CONSIGNEE_DIFFERS, order("consigneeAddress"), inventory("consigneeAddress"));
    }

    /** */
    private void amounts() {
        var charged = sum(inventory.text("freight"), inventory.text("insuredFee"));
        if (!charged.equals(Comparison.amount(order.text("freight")))) {
            found.differ(CustomsCode.FREIGHT_DIFFERS, order("freight"), inventory("freight"));
        }
        for (String field : List.of("freight", "insuredFee")) {
            if (!Comparison.amount(waybill.text(field)).equals(Optional.of(BigDecimal.ZERO))) {
                found.sameAmount(CustomsCode.FREIGHT_DIFFERS, waybill(field), inventory(field));
            }
        }
        var total = chain.inventory().lines().stream()
                .map(line -> Comparison.amount(line.text("totalPrice")).orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var goods = Comparison.amount(order.text("goodsValue")).orElse(BigDecimal.ZERO);
        if (total.compareTo(goods) != 0 && !chain.inventory().lines().isEmpty()) {
            found.differ(
                    CustomsCode.GOODS_VALUE_DIFFERS,
                    order("goodsValue"),
                    new Field(INVENTORY, chain.inventory().lines().getFirst(), "totalPrice", 0));
        }
    }

    private static Optional<BigDecimal> sum(String left, String right) {
        var sum = Comparison.amount(left)
                .orElse(BigDecimal.ZERO)
                .add(Comparison.amount(right).orElse(BigDecimal.ZERO));
        return Optional.of(sum.signum() == 0 ? BigDecimal.ZERO : sum.stripTrailingZeros());
    }

    private Field order(String name) {
        return head(ORDER, order, name);
    }

    private Field payment(String name) {
        return head(PAYMENT, payment, name);
    }

    private Field waybill(String name) {
        return head(WAYBILL, waybill, name);
    }

    private Field inventory(String name) {
        return head(INVENTORY, inventory, name);
    }
}
