package io.kouan.platform.filing;

import io.kouan.platform.forms.FactSource;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.definition.Fact;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells other forms how far the filings are: the business types, for example, wait for the approval of customs. */
@Component
class FilingFacts implements FactSource {

    private final FormRecords records;

    FilingFacts(FormRecords records) {
        this.records = records;
    }

    @Override
    public Map<String, String> facts(long enterprise) {
        return Map.of(
                Fact.CUSTOMS_FILING.id(), state(enterprise, Entry.CUSTOMS),
                Fact.INSPECTION_FILING.id(), state(enterprise, Entry.INSPECTION));
    }

    /** Approved where one office has approved, else the newest filing's state. */
    private String state(long enterprise, Entry entry) {
        return records.newest(enterprise, entry.form(), Set.of("APPROVED"))
                .or(() -> records.of(enterprise, entry.form()).stream().findFirst())
                .map(FormRecord::state)
                .orElse("");
    }
}
