package io.kouan.platform.forms;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.Transition;
import java.util.List;
import java.util.Optional;

/**
 * Who may do what to a record (roles.md sections 3 and 4): the one place where roles and the segregation of duties are kept.
 * Pure.
 */
final class Duties {

    private Duties() {}

    /** Whether somebody may see a record. An unknown record and a foreign one are answered alike. */
    static boolean maySee(FormDefinition form, FormRecord record, List<String> readers, Actor actor) {
        return readers.stream()
                .filter(actor::has)
                .map(Role::valueOf)
                .anyMatch(role -> reaches(form, record, role, actor));
    }

    /** The role in which somebody takes a step; empty where none of theirs allows it. */
    static Optional<Role> role(FormDefinition form, List<String> by, FormRecord record, Actor actor) {
        return by.stream()
                .filter(actor::has)
                .map(Role::valueOf)
                .filter(role -> reaches(form, record, role, actor))
                .findFirst();
    }

    private static boolean reaches(FormDefinition form, FormRecord record, Role role, Actor actor) {
        return role.isOfEnterprise() ? isOwn(record, actor) : OfficeDuty.reaches(form, record, role, actor);
    }

    /** The message of what keeps somebody from a step; empty where nothing does. */
    static Optional<String> refusal(FormDefinition form, Transition step, FormRecord record, Actor actor) {
        var role = role(form, step.by(), record, actor);
        if (role.isEmpty()) {
            boolean cardWouldDo = step.by().contains(Role.ENT_LEGAL.name()) && isOwn(record, actor);
            return Optional.of(cardWouldDo ? "ERR_CARD_REQUIRED" : "ERR_FORBIDDEN");
        }
        return decides(role.get()) && isSelf(record, actor) ? Optional.of("ERR_SELF_APPROVAL") : Optional.empty();
    }

    /** Whether a step taken in this role is a decision about somebody else's application. */
    static boolean decides(Role role) {
        return !role.isOfEnterprise() && role != Role.SYSTEM && role != Role.VISITOR;
    }

    /** SOD-01: the own application, or one of the enterprise that the officer belongs to. */
    private static boolean isSelf(FormRecord record, Actor actor) {
        return isOwn(record, actor)
                || record.submittedBy().filter(actor.login()::equals).isPresent();
    }

    static boolean isOwn(FormRecord record, Actor actor) {
        return record.enterprise().isPresent() && record.enterprise().equals(actor.enterprise());
    }
}
