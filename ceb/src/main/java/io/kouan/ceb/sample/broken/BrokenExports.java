package io.kouan.ceb.sample.broken;

import io.kouan.ceb.lint.RuleCode;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.Entity;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Signed exports, and documents that follow an inventory, that break a rule by themselves (CEB-4029 to CEB-4043). */
final class BrokenExports {

    private final Material material;

    BrokenExports(Material material) {
        this.material = material;
    }

    void into(Map<String, Supplier<Bytes>> all) {
        put(all, RuleCode.ORDER_NOT_IMPORT, "CEB311", head("orderType", "E"));
        put(all, RuleCode.INVENTORY_NOT_IMPORT, "CEB621", head("ieFlag", "E"));
        put(all, RuleCode.INVENTORY_NOT_EXPORT, "CEB603", head("ieFlag", "I"));
        put(all, RuleCode.EXPORT_MODE_NOT_OPEN, "CEB603", head("tradeMode", "1239"));
        put(
                all,
                RuleCode.EXPORT_ZONE_FIELD_MISSING,
                "bonded CEB603",
                draft -> draft.head(head -> head.edit().drop("emsNo")));
        put(all, RuleCode.EXPORT_CODE_WITHOUT_CHAPTER, "CEB603", line("gcode", "9900000000"));
        put(all, RuleCode.PRICE_NOT_POSITIVE, "CEB603", line("price", "0"));
        put(all, RuleCode.RETURN_MODE_WRONG, "CEB213", head("tradeMode", "9610"));
        put(all, RuleCode.RETURN_NOT_IMPORT, "CEB213", head("ieFlag", "E"));
        put(all, RuleCode.RETURN_FROM_CHINA, "CEB213", head("country", "142"));
        put(all, RuleCode.RETURN_QUANTITY_NOT_POSITIVE, "CEB625", line("qty", "0"));
        put(all, RuleCode.PART_NUMBER_WRONG, "CEB607", head("msgSeqNo", "2"));
        put(all, RuleCode.SUMMARY_PERIOD_HALF_GIVEN, "CEB701", head("startTime", "20261101000000"));
        put(
                all,
                RuleCode.SUMMARY_PERIOD_REVERSED,
                "CEB701",
                head("startTime", "20261102000000").andThen(head("endTime", "20261101000000"))::apply);
        put(all, RuleCode.SUMMARY_CHOOSES_NOTHING, "CEB701", draft -> draft.lines(List.of()));
    }

    private void put(Map<String, Supplier<Bytes>> all, RuleCode code, String type, UnaryOperator<Draft> mistake) {
        BrokenSamples.put(
                all, code, _ -> mistake.apply(material.any(code, type)).signed());
    }

    private static UnaryOperator<Draft> head(String field, String value) {
        Function<Entity, Entity.Builder> edit = head -> head.edit().set(field, value);
        return draft -> draft.head(edit);
    }

    private static UnaryOperator<Draft> line(String field, String value) {
        Function<Entity, Entity.Builder> edit = line -> line.edit().set(field, value);
        return draft -> draft.line(edit);
    }
}
