package io.kouan.platform.qualification;

import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.ProceduralRule;
import io.kouan.platform.forms.Situation;
import io.kouan.platform.forms.check.Fault;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** ONE_OPEN: an enterprise has one filing of a kind under way or approved, not two (ERR_DUPLICATE_OPEN). */
record OneOpen(String form, Set<String> open, FormRecords records) implements ProceduralRule {

    OneOpen {
        open = Set.copyOf(open);
    }

    @Override
    public String id() {
        return "ONE_OPEN";
    }

    @Override
    public List<Fault> broken(Situation situation) {
        if (!situation.is("declare", "submit")
                || situation.record().enterprise().isEmpty()) {
            return List.of();
        }
        return records.of(situation.record().enterprise().getAsLong(), form).stream()
                .filter(other -> other.id() != situation.record().id() && open.contains(other.state()))
                .findFirst()
                .map(other -> List.of(Fault.at("", "ERR_DUPLICATE_OPEN", Map.of("no", number(other)))))
                .orElse(List.of());
    }

    private static String number(FormRecord record) {
        return record.number().orElseGet(() -> Long.toString(record.id()));
    }
}
