package io.kouan.ceb.lint;

import static io.kouan.ceb.lint.Checks.amount;

import io.kouan.ceb.message.Document;
import io.kouan.ceb.message.Entity;
import java.util.List;
import java.util.Set;

/** Rules about an export inventory by itself. */
final class ExportRules {

    private static final Set<String> MODES = Set.of("9610", "1210", "9710", "9810");
    private static final String FROM_A_ZONE = "1210";
    private static final int CHAPTERS = 97;
    private static final int RESERVED_CHAPTER = 77;

    private final Checks checks;
    private final GoodsRules goods;

    ExportRules(Checks checks) {
        this.checks = checks;
        this.goods = new GoodsRules(checks);
    }

    void inventory(Document document) {
        var head = document.head();
        if (!head.text("ieFlag").equals("E")) {
            checks.add(RuleCode.INVENTORY_NOT_EXPORT, head, "ieFlag");
        }
        if (!MODES.contains(head.text("tradeMode"))) {
            checks.add(RuleCode.EXPORT_MODE_NOT_OPEN, head, "tradeMode");
        }
        if (head.text("tradeMode").equals(FROM_A_ZONE)) {
            fromAZone(head, document.lines());
        }
        goods.weights(head);
        for (Entity line : document.lines()) {
            goods.quantities(line);
            chapter(line);
            if (amount(line, "price").signum() <= 0) {
                checks.add(RuleCode.PRICE_NOT_POSITIVE, line, "price");
            }
        }
    }

    /** */
    private void fromAZone(Entity head, List<Entity> lines) {
        for (String field : List.of("iacCode", "iacName", "emsNo")) {
            if (head.text(field).isBlank()) {
                checks.add(RuleCode.EXPORT_ZONE_FIELD_MISSING, head, field);
            }
        }
        lines.stream()
                .filter(line -> line.text("itemRecordNo").isBlank())
                .forEach(line -> checks.add(RuleCode.EXPORT_ZONE_FIELD_MISSING, line, "itemRecordNo"));
    }

    /** simplified or not, a code begins with a chapter of the tariff and has digits only. */
    private void chapter(Entity line) {
        var code = line.text("gcode");
        boolean digits = !code.isEmpty() && code.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || code.length() < 4 || !isChapter(Integer.parseInt(code.substring(0, 2)))) {
            checks.add(RuleCode.EXPORT_CODE_WITHOUT_CHAPTER, line, "gcode");
        }
    }

    private static boolean isChapter(int number) {
        return number >= 1 && number <= CHAPTERS && number != RESERVED_CHAPTER;
    }
}
