package io.kouan.platform.forms;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.audit.AuditEvents;
import io.kouan.platform.audit.AuditNames;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Names what the audit log says of records: titles of forms, labels of buttons, roles. */
@Component
class FormAuditNames implements AuditNames {

    private static final String KIND = "form/";
    private static final String REASONS = "refusal_reason";
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

    private final FormCatalogue catalogue;
    private final AuditEvents events;

    FormAuditNames(FormCatalogue catalogue, AuditEvents events) {
        this.catalogue = catalogue;
        this.events = events;
    }

    @Override
    public Optional<String> kind(String kind, Language language) {
        return form(kind).map(form -> form.title().in(language));
    }

    @Override
    public Optional<String> action(String kind, String action, Language language) {
        return form(kind).stream()
                .flatMap(form -> form.buttons().stream())
                .filter(button -> button.key().equals(action))
                .map(button -> button.label().in(language))
                .findFirst()
                .or(() -> form(kind).flatMap(form -> events.action("form", action, language)));
    }

    @Override
    public Optional<String> role(String role, Language language) {
        return catalogue.roles().contains(role)
                ? Optional.of(catalogue.role(role).in(language))
                : Optional.empty();
    }

    /** Texts with places in braces stand without what filled them, which the log does not keep. */
    @Override
    public Optional<String> result(String message, Language language) {
        return catalogue
                .findMessage(message)
                .map(text -> PLACE.matcher(text.in(language)).replaceAll("…"));
    }

    @Override
    public Optional<String> reason(String code, Language language) {
        return Optional.of(catalogue.options(REASONS).label(code).in(language));
    }

    @Override
    public Optional<String> field(String kind, String place, Language language) {
        return form(kind)
                .flatMap(form -> form.field(place.substring(place.lastIndexOf('.') + 1)))
                .map(field -> field.label().in(language) + row(place));
    }

    @Override
    public Optional<String> value(String kind, String place, String value, Language language) {
        if (place.equals("roles")) {
            return roles(value, language);
        }
        return form(kind)
                .flatMap(form -> place.equals("state")
                        ? form.state(value).map(state -> state.label().in(language))
                        : form.field(place.substring(place.lastIndexOf('.') + 1))
                                .filter(field -> field.type().isChoice())
                                .map(field -> catalogue.shown(field, value, language)));
    }

    /** Roles of people; elsewhere the same word stands for roles of business types, which say themselves what they are. */
    private Optional<String> roles(String value, Language language) {
        var roles = List.of(value.split("[, ]+", -1));
        return catalogue.roles().containsAll(roles)
                ? Optional.of(roles.stream()
                        .map(role -> catalogue.role(role).in(language))
                        .collect(Collectors.joining(language == Language.ZH ? "、" : ", ")))
                : Optional.empty();
    }

    /** The row of a table that a place is in, counted from one. */
    private static String row(String place) {
        var parts = List.of(place.split("\\.", -1));
        return parts.size() < 3 ? "" : " #" + (Integer.parseInt(parts.get(1)) + 1);
    }

    private Optional<FormDefinition> form(String kind) {
        return kind.startsWith(KIND) ? catalogue.find(kind.substring(KIND.length())) : Optional.empty();
    }
}
