package io.kouan.platform.forms.page;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.FormEvent;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Something that happened to a record, as its page tells it. To the enterprise, staff are named by their role, except
 * the window clerk (AUD-07).
 *
 * @param places labels of the fields that have to be put right
 * @param version under which the answers of then are kept; 0 where nothing about them was new
 */
public record EventView(
        String time,
        String who,
        String what,
        String state,
        List<String> reasons,
        String reason,
        List<String> places,
        int version) {

    private static final Set<String> NAMED = Arrays.stream(Role.values())
            .filter(role -> role.isOfEnterprise() || role == Role.CUS_WINDOW_CLERK)
            .map(Role::name)
            .collect(Collectors.toSet());

    static EventView of(
            FormEvent event, FormDefinition form, FormCatalogue catalogue, boolean toStaff, Language language) {
        var role = catalogue.role(event.role()).in(language);
        boolean named = toStaff || NAMED.contains(event.role());
        return new EventView(
                RecordView.time(event.at()),
                named ? event.name() + (role.isEmpty() ? "" : " · " + role) : role,
                form.buttonOf(event.action()).map(label -> label.in(language)).orElse(""),
                form.state(event.to()).map(state -> state.label().in(language)).orElse(event.to()),
                event.reasons().stream()
                        .map(code ->
                                catalogue.options("refusal_reason").label(code).in(language))
                        .toList(),
                event.reason(),
                event.places().stream()
                        .map(place -> FaultView.label(place, form, language))
                        .toList(),
                event.answers().isPresent() && !event.action().equals("begin") ? event.version() : 0);
    }
}
