package io.kouan.ceb.sample.broken;

import static io.kouan.ceb.sample.broken.Draft.plus;

import io.kouan.ceb.lint.RuleCode;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.Entity;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Signed orders, payments and waybills that break a rule (CEB-4001 to CEB-4011). */
final class BrokenOrders {

    private final Material material;

    BrokenOrders(Material material) {
        this.material = material;
    }

    void into(Map<String, Supplier<Bytes>> all) {
        head(
                all,
                RuleCode.PAID_DOES_NOT_ADD_UP,
                "CEB311",
                head -> head.edit().set("acturalPaid", plus(head, "acturalPaid", "1")));
        head(
                all,
                RuleCode.GOODS_VALUE_DOES_NOT_ADD_UP,
                "CEB311",
                head -> head.edit()
                        .set("goodsValue", plus(head, "goodsValue", "1"))
                        .set("acturalPaid", plus(head, "acturalPaid", "1")));
        line(all, RuleCode.LINE_TOTAL_WRONG, line -> line.edit().set("price", plus(line, "price", "1")));
        head(
                all,
                RuleCode.NEGATIVE_AMOUNT,
                "CEB311",
                head -> head.edit().set("freight", "-1").set("acturalPaid", plus(head, "acturalPaid", "-11")));
        head(
                all,
                RuleCode.DISCOUNT_TOO_LARGE,
                "CEB311",
                head -> head.edit()
                        .set("discount", plus(head, "acturalPaid", "1"))
                        .set("acturalPaid", "0"));
        line(all, RuleCode.LINE_NUMBERS_WRONG, line -> line.edit().set("gnum", "7"));
        BrokenSamples.put(all, RuleCode.FREE_WITHOUT_REASON, _ -> gift());
        head(all, RuleCode.PAYMENT_HALF_NAMED, "CEB311", head -> head.edit().drop("payName"));
        head(all, RuleCode.NOTHING_PAID, "CEB411", head -> head.edit().set("amountPaid", "0"));
        head(all, RuleCode.NOT_ONE_PACKAGE, "CEB511", head -> head.edit().set("packNo", "2"));
        head(all, RuleCode.NO_WEIGHT, "CEB511", head -> head.edit().set("weight", "0"));
    }

    private void head(
            Map<String, Supplier<Bytes>> all, RuleCode code, String type, Function<Entity, Entity.Builder> edit) {
        BrokenSamples.put(all, code, _ -> material.direct(code, type).head(edit).signed());
    }

    private void line(Map<String, Supplier<Bytes>> all, RuleCode code, Function<Entity, Entity.Builder> edit) {
        BrokenSamples.put(
                all, code, _ -> material.direct(code, "CEB311").line(edit).signed());
    }

    /** A gift without a note that says so. */
    private Bytes gift() {
        var draft = material.direct(RuleCode.FREE_WITHOUT_REASON, "CEB311");
        var lines = new ArrayList<>(draft.document().lines());
        lines.add(lines.getLast()
                .edit()
                .set("gnum", String.valueOf(lines.size() + 1))
                .set("price", "0")
                .set("totalPrice", "0")
                .build());
        return draft.lines(lines).signed();
    }
}
