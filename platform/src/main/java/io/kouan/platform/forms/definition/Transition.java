package io.kouan.platform.forms.definition;

import java.util.List;
import java.util.Optional;

/**
 * A step from one state to the next.
 *
 * @param action id of the step
 * @param button that takes it; several steps may share one, then the first whose condition holds is taken
 * @param from states in which it can be taken; none where it begins the record
 * @param by roles that may take it
 * @param when the step can be taken at all; empty where always
 * @param guard what has to hold, in words and rule ids
 * @param notification the one that goes out
 * @param offeredWhen when its button is shown; the step itself is held against its rules in any case
 */
public record Transition(
        String action,
        String button,
        List<String> from,
        String to,
        List<String> by,
        Optional<Condition> when,
        String guard,
        Optional<String> notification,
        Optional<Condition> offeredWhen) {

    private static final String VALID = "form valid";
    private static final String REASON = "reason given";

    public Transition {
        from = List.copyOf(from);
        by = List.copyOf(by);
    }

    public boolean needsValidForm() {
        return guard.contains(VALID);
    }

    public boolean needsReason() {
        return guard.contains(REASON);
    }
}
