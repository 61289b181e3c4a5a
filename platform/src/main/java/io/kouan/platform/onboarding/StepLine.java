package io.kouan.platform.onboarding;

import io.kouan.platform.port.DayReason;
import java.util.List;

/**
 * A step as the page shows it.
 *
 * @param state name of the state; empty where the reader is no enterprise
 * @param stand what the room itself calls the state
 * @param own whether it is the reader's turn
 * @param turn whose turn it is otherwise
 * @param skip why it is left out
 * @param before names of the steps that come first and are not done
 * @param days working days it is expected to take; 0 where nobody says
 */
public record StepLine(
        String id,
        String state,
        String tone,
        String stand,
        boolean own,
        String turn,
        String skip,
        List<String> before,
        String link,
        Phone phone,
        int days,
        Expected expected) {

    /** Whom to call. */
    public record Phone(String desk, String number, String dial) {}

    /**
     * When it is expected to be done.
     *
     * @param due date and hour; empty where nothing is expected
     * @param provisional 暂定
     * @param days how it was computed
     */
    public record Expected(String due, boolean provisional, List<Day> days) {
        static Expected nothing() {
            return new Expected("", false, List.of());
        }
    }

    /** One day that was counted or skipped. */
    public record Day(String date, boolean counts, DayReason reason, String why) {}
}
