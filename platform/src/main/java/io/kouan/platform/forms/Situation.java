package io.kouan.platform.forms;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Surroundings;
import java.util.Map;

/**
 * A step about to be taken, as a rule looks at it.
 *
 * @param answers with what the officer has entered
 * @param attached how many files are in each slot
 */
public record Situation(
        FormRecord record,
        String action,
        Answers answers,
        Map<String, Integer> attached,
        Actor actor,
        Decision decision,
        Surroundings around) {

    public Situation {
        attached = Map.copyOf(attached);
    }

    /** Whether the step is one of these. */
    public boolean is(String... actions) {
        return java.util.Arrays.asList(actions).contains(action);
    }
}
