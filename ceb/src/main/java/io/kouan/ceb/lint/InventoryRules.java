package io.kouan.ceb.lint;

import static io.kouan.ceb.lint.Checks.amount;
import static io.kouan.ceb.lint.Checks.plain;

import io.kouan.ceb.message.Document;
import io.kouan.ceb.message.Entity;
import io.kouan.ceb.tax.Tariff;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Rules about an import inventory by itself. */
final class InventoryRules {

    private static final String CHINA = "142";
    private static final BigDecimal SINGLE_LIMIT = new BigDecimal("5000");

    private final Checks checks;
    private final GoodsRules goods;

    InventoryRules(Checks checks) {
        this.checks = checks;
        this.goods = new GoodsRules(checks);
    }

    void inventory(Document document) {
        var head = document.head();
        if (!head.text("ieFlag").equals("I")) {
            checks.add(RuleCode.INVENTORY_NOT_IMPORT, head, "ieFlag");
        }
        goods.onePackage(head);
        switch (head.text("tradeMode")) {
            case "9610" -> direct(head, document.lines());
            case "1210" -> bonded(head, document.lines());
            default -> checks.add(RuleCode.MODE_NOT_OPEN, head, "tradeMode");
        }
        goods.weights(head);
        guarantor(head);
        LineRules.numbers(checks, document.lines(), RuleCode.INVENTORY_LINE_NUMBERS_WRONG);
        document.lines().forEach(this::line);
        singleLimit(head, document.lines());
    }

    /** */
    private void direct(Entity head, List<Entity> lines) {
        for (String field : List.of("trafNo", "voyageNo", "billNo")) {
            if (head.text(field).isBlank()) {
                checks.add(RuleCode.DIRECT_FIELD_MISSING, head, field);
            }
        }
        for (String field : List.of("emsNo", "areaCode", "areaName")) {
            if (!head.text(field).isBlank()) {
                checks.add(RuleCode.DIRECT_FIELD_SUPERFLUOUS, head, field);
            }
        }
        if (head.text("country").equals(CHINA)) {
            checks.add(RuleCode.DIRECT_FIELD_SUPERFLUOUS, head, "country");
        }
        lines.stream()
                .filter(line -> !line.text("itemRecordNo").isBlank())
                .forEach(line -> checks.add(RuleCode.DIRECT_FIELD_SUPERFLUOUS, line, "itemRecordNo"));
    }

    /** */
    private void bonded(Entity head, List<Entity> lines) {
        for (String field : List.of("emsNo", "areaCode", "areaName")) {
            if (head.text(field).isBlank()) {
                checks.add(RuleCode.BONDED_FIELD_MISSING, head, field);
            }
        }
        lines.stream()
                .filter(line -> line.text("itemRecordNo").isBlank())
                .forEach(line -> checks.add(RuleCode.BONDED_FIELD_MISSING, line, "itemRecordNo"));
        if (!head.text("country").equals(CHINA)) {
            checks.add(RuleCode.BONDED_NOT_FROM_CHINA, head, "country");
        }
    }

    /** */
    private void guarantor(Entity head) {
        boolean party = Stream.of("ebpCode", "ebcCode", "logisticsCode", "agentCode")
                .anyMatch(field -> head.text(field).equals(head.text("assureCode")));
        if (!party) {
            checks.add(RuleCode.GUARANTOR_NOT_A_PARTY, head, "assureCode");
        }
    }

    private void line(Entity line) {
        goods.quantities(line);
        tariff(line);
        LineRules.total(checks, line, RuleCode.INVENTORY_LINE_TOTAL_WRONG);
        if (line.text("country").equals(CHINA)) {
            checks.add(RuleCode.ORIGIN_CHINA, line, "country");
        }
        var parts = line.text("gmodel").split("\\|");
        if (parts.length < 2 || Stream.of(parts).distinct().count() < 2) {
            checks.add(RuleCode.MODEL_TOO_POOR, line, "gmodel");
        }
    }

    /** */
    private void tariff(Entity line) {
        var item = Tariff.sample().find(line.text("gcode"));
        if (item.isEmpty()) {
            checks.add(RuleCode.NOT_IN_TARIFF, line, "gcode");
        } else if (!item.get().unit1().equals(line.text("unit1"))) {
            checks.add(
                    RuleCode.STATUTORY_UNIT_WRONG,
                    line,
                    "unit1",
                    Map.of("expected", item.get().unit1()));
        } else if (!line.text("unit2").isBlank() && !item.get().unit2().equals(line.text("unit2"))) {
            checks.add(
                    RuleCode.STATUTORY_UNIT_WRONG,
                    line,
                    "unit2",
                    Map.of("expected", item.get().unit2()));
        }
    }

    /** above the single limit only where there is one single thing. */
    private void singleLimit(Entity head, List<Entity> lines) {
        var dutiable = lines.stream()
                .map(line -> amount(line, "totalPrice"))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .add(amount(head, "freight"))
                .add(amount(head, "insuredFee"));
        boolean single = lines.size() == 1 && amount(lines.getFirst(), "qty").compareTo(BigDecimal.ONE) == 0;
        if (dutiable.compareTo(SINGLE_LIMIT) > 0 && !single) {
            checks.add(RuleCode.ABOVE_SINGLE_LIMIT, head, "orderNo", Map.of("sum", plain(dutiable), "limit", "5000"));
        }
    }
}
