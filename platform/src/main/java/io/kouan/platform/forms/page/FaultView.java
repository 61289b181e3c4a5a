package io.kouan.platform.forms.page;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.Section;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A fault as a page tells it.
 *
 * @param anchor id of the field it leads to, empty for the form as a whole
 * @param section group in which that field stands, empty where it stands in none
 */
public record FaultView(String code, String text, String anchor, String section, boolean warning)
        implements Serializable {

    public static List<FaultView> of(
            List<Fault> faults, FormDefinition form, FormCatalogue catalogue, Language language) {
        return faults.stream()
                .map(fault -> of(fault, form, catalogue, language))
                .distinct()
                .toList();
    }

    /** A field that an officer named, as something to be put right. */
    static FaultView named(String place, FormDefinition form, Language language) {
        return new FaultView(
                "",
                label(place, form, language),
                FieldView.anchor(place),
                section(place, form).map(Section::key).orElse(""),
                false);
    }

    private static FaultView of(Fault fault, FormDefinition form, FormCatalogue catalogue, Language language) {
        var values = new LinkedHashMap<>(fault.values());
        values.putIfAbsent("label", label(fault.place(), form, language));
        values.putIfAbsent("items", label(fault.place(), form, language));
        if (language == Language.EN) {
            fault.values().forEach((name, value) -> {
                if (name.endsWith(".en")) {
                    values.put(name.substring(0, name.length() - 3), value);
                }
            });
        }
        var text = fill(catalogue.message(fault.message()).in(language), values);
        return new FaultView(
                fault.message(),
                text,
                FieldView.anchor(fault.place()),
                section(fault.place(), form).map(Section::key).orElse(""),
                fault.warning());
    }

    static String label(String place, FormDefinition form, Language language) {
        var parts = place.split("\\.", -1);
        var key = parts[parts.length - 1];
        var label = form.field(key)
                .map(field -> field.label().in(language))
                .or(() -> form.slot(key).map(slot -> slot.label().in(language)))
                .or(() -> form.section(key).map(section -> section.label().in(language)))
                .orElse("");
        return parts.length == 3 ? label + " (" + (Integer.parseInt(parts[1]) + 1) + ")" : label;
    }

    private static Optional<Section> section(String place, FormDefinition form) {
        var parts = place.split("\\.", -1);
        return form.sections().stream()
                .filter(section -> section.key().equals(parts[0])
                        || section.fields().stream()
                                .anyMatch(field -> field.key().equals(parts[0])))
                .findFirst();
    }

    private static String fill(String text, Map<String, String> values) {
        var filled = text;
        for (var value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }
}
