package io.kouan.platform.onboarding;

import io.kouan.platform.accounts.EnterpriseProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Where an enterprise stands on the road (handbook 1.3). Pure. */
final class Road {

    private Road() {}

    /** Why a step is left out. */
    enum Skip {
        NONE,
        /** a customs code is on file */
        CUSTOMS_CODE,
        /** the filing is not asked for any more */
        NOT_ASKED,
        /** an agent enterprise (代理企业) that has left it out */
        AGENT,
        /** an agent enterprise, which may leave it out and has not yet */
        AGENT_MAY
    }

    /** A step and how far it is. */
    record Standing(RoadStep step, Progress progress, Skip skip) {}

    /**
     * The standing of every step, in order.
     *
     * @param progress what rooms and forms say of a step; empty where nothing was begun
     * @param tradeFilingAsked whether the foreign trade operator filing is asked for at all
     */
    static List<Standing> of(
            List<RoadStep> steps,
            EnterpriseProfile profile,
            Function<RoadStep, Optional<Progress>> progress,
            boolean tradeFilingAsked) {
        Map<String, Standing> standings = new LinkedHashMap<>();
        for (RoadStep step : steps) {
            var own = own(step, profile, progress.apply(step), tradeFilingAsked);
            boolean blocked = own.progress().state() == StepState.OPEN
                    && step.after().stream()
                            .map(standings::get)
                            .anyMatch(before ->
                                    before == null || !before.progress().state().isBehind());
            standings.put(step.id(), blocked ? new Standing(step, Progress.of(StepState.BLOCKED), Skip.NONE) : own);
        }
        return List.copyOf(standings.values());
    }

    private static Standing own(
            RoadStep step, EnterpriseProfile profile, Optional<Progress> progress, boolean tradeFilingAsked) {
        if (step.id().equals("A1")
                || progress.filter(it -> it.state() == StepState.DONE).isPresent()) {
            return new Standing(step, Progress.of(StepState.DONE), Skip.NONE);
        }
        if (step.id().equals("B")) {
            return sectionTwo(step, profile, progress);
        }
        var skip = skip(step.id(), profile, tradeFilingAsked);
        if (skip != Skip.NONE) {
            return new Standing(step, Progress.of(StepState.SKIPPED), skip);
        }
        return new Standing(step, progress.orElse(Progress.of(StepState.OPEN)), Skip.NONE);
    }

    /** An agent enterprise leaves it out itself, with evidence (代理企业，跳过本步骤); only then the local filing is open. */
    private static Standing sectionTwo(RoadStep step, EnterpriseProfile profile, Optional<Progress> progress) {
        var now = progress.orElse(Progress.of(StepState.OPEN));
        if (now.state() == StepState.SKIPPED) {
            return new Standing(step, now, Skip.AGENT);
        }
        return new Standing(step, now, profile.agent() ? Skip.AGENT_MAY : Skip.NONE);
    }

    private static Skip skip(String step, EnterpriseProfile profile, boolean tradeFilingAsked) {
        return switch (step) {
            case "A2", "A3" -> {
                if (profile.customsCode().isPresent()) {
                    yield Skip.CUSTOMS_CODE;
                }
                yield step.equals("A2") && !tradeFilingAsked ? Skip.NOT_ASKED : Skip.NONE;
            }
            default -> Skip.NONE;
        };
    }

    /** What comes next: what was returned, then what the enterprise has begun, then what it may begin, then what it waits for. */
    static Optional<Standing> next(List<Standing> standings) {
        ToIntFunction<Standing> urgency =
                standing -> switch (standing.progress().state()) {
                    case RETURNED -> 0;
                    case RUNNING -> standing.progress().turn().isEmpty() ? 1 : 3;
                    case OPEN -> 2;
                    case DONE, SKIPPED, BLOCKED -> 4;
                };
        return standings.stream()
                .filter(standing -> urgency.applyAsInt(standing) < 4)
                .min(java.util.Comparator.comparingInt(urgency));
    }
}
