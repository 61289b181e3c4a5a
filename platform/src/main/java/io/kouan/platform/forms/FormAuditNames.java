package io.kouan.platform.forms;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.audit.AuditEvents;
import io.kouan.platform.audit.AuditNames;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Names what the audit log says of records: titles of forms, labels of buttons, roles. */
@Component
class FormAuditNames implements AuditNames {

    private static final String KIND = "form/";

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

    private Optional<FormDefinition> form(String kind) {
        return kind.startsWith(KIND) ? catalogue.find(kind.substring(KIND.length())) : Optional.empty();
    }
}
