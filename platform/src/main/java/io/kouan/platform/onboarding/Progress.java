package io.kouan.platform.onboarding;

import io.kouan.platform.forms.definition.Label;
import io.kouan.platform.port.WorkingCalendar.Pause;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far a step is.
 *
 * @param turn roles whose turn it is; none where it is the enterprise's own
 * @param stand what the state is called in the room itself, for example 待窗口受理; both empty where it says nothing more
 * @param since from when the expected time runs
 * @param pauses while the enterprise has to act, no day counts
 * @param page where it goes on; empty where the road's own page will do
 */
public record Progress(
        StepState state, List<String> turn, Label stand, Optional<Instant> since, List<Pause> pauses, String page) {

    public Progress {
        turn = List.copyOf(turn);
        pauses = List.copyOf(pauses);
    }

    static Progress of(StepState state) {
        return new Progress(state, List.of(), new Label("", ""), Optional.empty(), List.of(), "");
    }
}
