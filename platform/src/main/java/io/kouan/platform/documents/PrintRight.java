package io.kouan.platform.documents;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.definition.FormDefinition;
import java.util.List;

/**
 * Who may print a document: people of the enterprise whose record it is, and officers who decide on the form that it shows. Nobody else,
 * since prints hold personal data in full. Pure.
 */
final class PrintRight {

    private PrintRight() {}

    /** @param by roles that the record's form gives its print button; none means all of the enterprise */
    static boolean holds(Actor actor, FormRecord record, List<String> by, FormDefinition shown) {
        boolean own = record.enterprise().isPresent() && record.enterprise().equals(actor.enterprise());
        if (own) {
            return by.isEmpty() || by.stream().anyMatch(actor::has);
        }
        return shown.transitions().stream()
                .flatMap(step -> step.by().stream())
                .filter(role -> !Role.valueOf(role).isOfEnterprise())
                .anyMatch(actor::has);
    }
}
