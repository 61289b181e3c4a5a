package io.kouan.platform.onboarding;

import io.kouan.platform.accounts.EnterpriseProfile;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Where an enterprise stands on the road. Pure. */
final class Road {

    private Road() {}

    /**
     * The state of every step.
     *
     * @param newest state of the newest record of a form, empty where there is none
     * @param tradeFilingAsked whether the foreign trade operator filing is asked for at all
     */
    static Map<RoadStep, StepState> of(
            EnterpriseProfile profile, Function<String, Optional<String>> newest, boolean tradeFilingAsked) {
        var states = new EnumMap<RoadStep, StepState>(RoadStep.class);
        for (RoadStep step : RoadStep.values()) {
            var own = state(step, profile, newest, tradeFilingAsked);
            boolean blocked = own == StepState.OPEN
                    && step.after().stream()
                            .anyMatch(before ->
                                    !states.getOrDefault(before, StepState.OPEN).isBehind());
            states.put(step, blocked ? StepState.BLOCKED : own);
        }
        return states;
    }

    private static StepState state(
            RoadStep step, EnterpriseProfile profile, Function<String, Optional<String>> newest, boolean asked) {
        var record = step.form().flatMap(newest);
        if (record.filter(state -> state.equals("APPROVED") || state.equals("OPENED"))
                        .isPresent()
                || step == RoadStep.A1) {
            return StepState.DONE;
        }
        boolean first = step == RoadStep.A2 || step == RoadStep.A3;
        if ((first && profile.customsCode().isPresent()) || (step == RoadStep.A2 && !asked)) {
            return StepState.SKIPPED;
        }
        if (step == RoadStep.B
                && (profile.agent() || record.filter("SKIPPED"::equals).isPresent())) {
            return StepState.SKIPPED;
        }
        return record.map(Road::running).orElse(StepState.OPEN);
    }

    private static StepState running(String state) {
        return switch (state) {
            case "RETURNED", "DEFICIENT" -> StepState.RETURNED;
            case "REJECTED", "REFUSED", "WITHDRAWN", "CANCELLED" -> StepState.OPEN;
            default -> StepState.RUNNING;
        };
    }
}
