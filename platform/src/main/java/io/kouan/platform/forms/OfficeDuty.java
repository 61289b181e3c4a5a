package io.kouan.platform.forms;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.FormRule;
import java.util.Optional;

/**
 * A reviewer sees and decides only what was handed in for the own office (SOD-07). What is still being filled in is at no office
 * yet. Pure.
 */
final class OfficeDuty {

    private OfficeDuty() {}

    /** The rule that binds a role to an office, where the form has one. */
    static Optional<FormRule> rule(FormDefinition form, Role role) {
        return form.rules().stream()
                .filter(rule -> rule.kind() == FormRule.Kind.OFFICE_SCOPE)
                .filter(rule -> rule.parameter("role").equals(role.name()))
                .findFirst();
    }

    /** Whether a record is one of the office at which somebody acts in that role; roles without office reach every record. */
    static boolean reaches(FormDefinition form, FormRecord record, Role role, Actor actor) {
        var rule = rule(form, role);
        if (rule.isEmpty()) {
            return true;
        }
        var own = actor.office().of(role);
        return own.isPresent() && own.equals(office(record, rule.get().parameter("field")));
    }

    private static Optional<String> office(FormRecord record, String field) {
        return record.submitted().map(answers -> answers.text(field));
    }

    /** What an officer is told about a record that was handed in elsewhere; empty where it is not that. */
    static Optional<String> elsewhere(FormDefinition form, FormRecord record, Actor actor) {
        return actor.roles().stream()
                .flatMap(role -> rule(form, role).stream())
                .filter(rule -> record.submitted().isPresent())
                .map(FormRule::message)
                .findFirst();
    }
}
