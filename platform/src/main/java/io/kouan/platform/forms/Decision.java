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
 * @param places fields that have to be put right, as field or {@code table.row.field}
 * @param confirmed whether warnings were seen and passed over
 * @param ticks what the officer ticked off the checklist
 */
public record Decision(
        List<String> reasons,
        String reason,
        List<String> places,
        Map<String, String> values,
        boolean confirmed,
        Set<String> ticks) {

    public Decision {
        reasons = List.copyOf(reasons);
        places = List.copyOf(places);
        values = Map.copyOf(values);
        ticks = Set.copyOf(ticks);
    }

    public Decision(List<String> reasons, String reason, Map<String, String> values, boolean confirmed) {
        this(reasons, reason, List.of(), values, confirmed, Set.of());
    }

    /** The same with these ticks. */
    public Decision ticking(Set<String> ticked) {
        return new Decision(reasons, reason, places, values, confirmed, ticked);
    }

    /** The same after the warnings were seen. */
    public Decision confirming() {
        return new Decision(reasons, reason, places, values, true, ticks);
    }

    /** The same, naming fields that have to be put right. */
    public Decision naming(String... fields) {
        return new Decision(reasons, reason, List.of(fields), values, confirmed, ticks);
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
