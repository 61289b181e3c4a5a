package io.kouan.ceb.sample.broken;

import static io.kouan.ceb.sample.broken.Draft.plus;

import io.kouan.ceb.lint.RuleCode;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.Entity;
import io.kouan.ceb.sample.SampleEnterprise.Role;
import io.kouan.ceb.sample.SampleWorld;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Signed inventories that break a rule by themselves (CEB-4012 to CEB-4028). */
final class BrokenInventories {

    private static final String INVENTORY = "CEB621";

    private final Material material;

    BrokenInventories(Material material) {
        this.material = material;
    }

    void into(Map<String, Supplier<Bytes>> all) {
        direct(all, RuleCode.MODE_NOT_OPEN, head -> head.edit().set("tradeMode", "1239"));
        direct(all, RuleCode.DIRECT_FIELD_MISSING, head -> head.edit().drop("billNo"));
        direct(all, RuleCode.DIRECT_FIELD_SUPERFLUOUS, head -> head.edit().set("emsNo", "T0000W000001"));
        bonded(all, RuleCode.BONDED_FIELD_MISSING, head -> head.edit().drop("emsNo"));
        bonded(all, RuleCode.BONDED_NOT_FROM_CHINA, head -> head.edit().set("country", "110"));
        direct(all, RuleCode.NET_ABOVE_GROSS, head -> head.edit().set("netWeight", plus(head, "grossWeight", "0.1")));
        direct(
                all,
                RuleCode.GUARANTOR_NOT_A_PARTY,
                head -> head.edit()
                        .set("assureCode", SampleWorld.first(Role.SITE).customsCode()));
        direct(all, RuleCode.ABOVE_SINGLE_LIMIT, head -> head.edit().set("freight", "6000"));
        line(all, RuleCode.QUANTITY_NOT_POSITIVE, line -> line.edit().set("qty1", "0"));
        line(all, RuleCode.SECOND_UNIT_HALF_GIVEN, line -> line.edit().set("qty2", "1"));
        line(
                all,
                RuleCode.SAME_UNIT_OTHER_QUANTITY,
                line -> line.edit().set("unit", line.text("unit1")).set("qty1", plus(line, "qty", "1")));
        line(all, RuleCode.NOT_IN_TARIFF, line -> line.edit().set("gcode", "9999999999"));
        line(all, RuleCode.STATUTORY_UNIT_WRONG, line -> line.edit().set("unit1", "011"));
        line(
                all,
                RuleCode.INVENTORY_LINE_TOTAL_WRONG,
                line -> line.edit().set("totalPrice", plus(line, "totalPrice", "1")));
        line(all, RuleCode.ORIGIN_CHINA, line -> line.edit().set("country", "142"));
        line(all, RuleCode.MODEL_TOO_POOR, line -> line.edit().set("gmodel", "奶粉"));
        line(all, RuleCode.INVENTORY_LINE_NUMBERS_WRONG, line -> line.edit().set("gnum", "9"));
    }

    private void direct(Map<String, Supplier<Bytes>> all, RuleCode code, Function<Entity, Entity.Builder> edit) {
        BrokenSamples.put(
                all, code, _ -> material.direct(code, INVENTORY).head(edit).signed());
    }

    private void bonded(Map<String, Supplier<Bytes>> all, RuleCode code, Function<Entity, Entity.Builder> edit) {
        BrokenSamples.put(
                all, code, _ -> material.bonded(code, INVENTORY).head(edit).signed());
    }

    private void line(Map<String, Supplier<Bytes>> all, RuleCode code, Function<Entity, Entity.Builder> edit) {
        BrokenSamples.put(
                all, code, _ -> material.direct(code, INVENTORY).line(edit).signed());
    }
}
