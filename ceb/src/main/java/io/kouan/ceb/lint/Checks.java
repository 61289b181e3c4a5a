package io.kouan.ceb.lint;

import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.FindingCode;
import io.kouan.ceb.finding.Personal;
import io.kouan.ceb.message.Entity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects findings about fields, with their labels and what was found there. */
final class Checks {

    private final List<Finding> findings = new ArrayList<>();

    List<Finding> findings() {
        return findings;
    }

    void add(FindingCode code, Entity entity, String field) {
        add(code, entity, field, Map.of());
    }

    void add(FindingCode code, Entity entity, String field, Map<String, String> more) {
        var type = entity.type().field(field);
        var values = new HashMap<>(more);
        values.put("field", field);
        values.put("label", type.nameZh());
        values.put("labelEn", type.nameEn());
        values.put("found", Personal.shown(field, entity.text(field)));
        findings.add(new Finding(code, entity.place(field), values));
    }

    /** The amount in a field; zero where it is empty or no number, which other checks report. */
    static BigDecimal amount(Entity entity, String field) {
        var text = entity.find(field).orElse("").strip();
        if (text.isEmpty()) {
            return BigDecimal.ZERO;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return BigDecimal.ZERO;
        }
    }

    static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
