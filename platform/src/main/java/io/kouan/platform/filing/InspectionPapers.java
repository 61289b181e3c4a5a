package io.kouan.platform.filing;

import io.kouan.platform.documents.DocumentWords;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.port.PortTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the papers of the inspection filing (DOC-10) name beyond its fields: the first website, and the goods to be ticked by hand. */
@Component
class InspectionPapers implements DocumentWords {

    private static final String BOX = "□";

    private final FormCatalogue catalogue;
    private final Clock clock;

    InspectionPapers(FormCatalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Override
    public String form() {
        return Entry.INSPECTION.form();
    }

    @Override
    public Map<String, String> words(FormRecord record) {
        var sites = record.answers().rows("websites");
        var first = sites.isEmpty() ? Map.<String, String>of() : sites.getFirst();
        return Map.of(
                "site.name", first.getOrDefault("site_name", ""),
                "site.url", first.getOrDefault("site_url", ""),
                "goods.choices", choices());
    }

    private String choices() {
        var today = LocalDate.ofInstant(clock.instant(), PortTime.ZONE);
        var list = catalogue
                .form("cbec_entity_record")
                .field("goods_categories")
                .map(field -> catalogue.options(field.options()).on(today))
                .orElse(List.of());
        return list.stream().map(option -> BOX + option.label().zh()).collect(Collectors.joining("  "));
    }
}
