package io.kouan.platform.onboarding;

import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.Transition;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a record says of a step, worked out from the states and transitions of its form: no form is known by name here. Pure.
 */
final class FormProgress {

    /** The transition that leaves a step out. */
    private static final String SKIP = "skip";

    private FormProgress() {}

    /** Empty where the record has come to an end that is not the aim: the step may be begun anew. */
    static Optional<Progress> of(FormDefinition form, FormRecord record, Set<String> done) {
        var state = record.state();
        if (isSkipped(form, state)) {
            return Optional.of(Progress.of(StepState.SKIPPED));
        }
        if (done.isEmpty() ? isAim(form, state) : done.contains(state)) {
            return Optional.of(Progress.of(StepState.DONE));
        }
        var label = form.state(state).orElseThrow();
        if (label.end()) {
            return Optional.empty();
        }
        var forward = form.transitions().stream()
                .filter(step -> step.from().contains(state) && isForward(form, step, state))
                .toList();
        boolean own = forward.stream().anyMatch(FormProgress::isByEnterprise);
        boolean returned = own && isReachedBy(form, state, step -> !isByEnterprise(step));
        var turn = own
                ? List.<String>of()
                : forward.stream()
                        .flatMap(step -> step.by().stream())
                        .distinct()
                        .toList();
        return Optional.of(new Progress(
                returned ? StepState.RETURNED : StepState.RUNNING,
                turn,
                label.label(),
                own ? Optional.empty() : record.submittedAt(),
                List.of(),
                ""));
    }

    private static boolean isSkipped(FormDefinition form, String state) {
        return isReachedBy(form, state, step -> step.action().equals(SKIP));
    }

    /** A final state to which an officer brings it without having to give a reason. */
    private static boolean isAim(FormDefinition form, String state) {
        return form.state(state).orElseThrow().end()
                && isReachedBy(form, state, step -> !isByEnterprise(step) && !step.needsReason());
    }

    /** Not back, not out, and not on the spot. */
    private static boolean isForward(FormDefinition form, Transition step, String from) {
        boolean givesUp =
                isByEnterprise(step) && form.state(step.to()).orElseThrow().end();
        return !step.needsReason() && !givesUp && !step.to().equals(from);
    }

    private static boolean isReachedBy(
            FormDefinition form, String state, java.util.function.Predicate<Transition> how) {
        return form.transitions().stream()
                .anyMatch(step -> step.to().equals(state) && !step.from().contains(state) && how.test(step));
    }

    private static boolean isByEnterprise(Transition step) {
        return step.by().stream().map(Role::valueOf).anyMatch(role -> role.isOfEnterprise() || role == Role.VISITOR);
    }
}
