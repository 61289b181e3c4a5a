package io.kouan.platform.forms.page;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.forms.FormEvent;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import java.util.List;

/** Something that happened to a record, as its page tells it. To the enterprise, staff are named by their role (AUD-07). */
public record EventView(String time, String who, String what, String state, List<String> reasons, String reason) {

    static EventView of(
            FormEvent event, FormDefinition form, FormCatalogue catalogue, boolean toStaff, Language language) {
        var role = catalogue.role(event.role()).in(language);
        boolean named = toStaff || event.role().startsWith("ENT_");
        return new EventView(
                RecordView.time(event.at()),
                named ? event.name() + (role.isEmpty() ? "" : " · " + role) : role,
                form.buttons().stream()
                        .filter(button -> button.key().equals(event.action()))
                        .map(button -> button.label().in(language))
                        .findFirst()
                        .orElse(""),
                form.state(event.to()).map(state -> state.label().in(language)).orElse(event.to()),
                event.reasons().stream()
                        .map(code ->
                                catalogue.options("refusal_reason").label(code).in(language))
                        .toList(),
                event.reason());
    }
}
