package io.kouan.platform.forms;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What somebody gives along with a step.
 *
 * @param reasons codes of the list refusal_reason
 * @param reason in words
 * @param values what the officer enters, by field
 * @param confirmed whether warnings were seen and passed over
 * @param ticks what the officer ticked off the checklist
 */
public record Decision(
        List<String> reasons, String reason, Map<String, String> values, boolean confirmed, Set<String> ticks) {

    public Decision {
        reasons = List.copyOf(reasons);
        values = Map.copyOf(values);
        ticks = Set.copyOf(ticks);
    }

    public Decision(List<String> reasons, String reason, Map<String, String> values, boolean confirmed) {
        this(reasons, reason, values, confirmed, Set.of());
    }

    /** The same with these ticks. */
    public Decision ticking(Set<String> ticked) {
        return new Decision(reasons, reason, values, confirmed, ticked);
    }

    /** The same after the warnings were seen. */
    public Decision confirming() {
        return new Decision(reasons, reason, values, true, ticks);
    }

    /** Nothing but the step itself. */
    public static Decision plain() {
        return new Decision(List.of(), "", Map.of(), false);
    }

    public static Decision because(String reason, String... codes) {
        return new Decision(List.of(codes), reason, Map.of(), false);
    }

    public static Decision entering(Map<String, String> values) {
        return new Decision(List.of(), "", values, false);
    }
}
