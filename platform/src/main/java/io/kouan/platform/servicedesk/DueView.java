package io.kouan.platform.servicedesk;

import io.kouan.platform.forms.FormEvent;
import io.kouan.platform.port.DayReason;
import io.kouan.platform.port.Deadline;
import java.time.Instant;
import java.util.List;

/**
 * When a ticket is due, as a page tells it (预计办理时限), and how that was computed.
 *
 * @param late whether it has passed
 * @param paused whether the clock stands still, because the enterprise has to act
 * @param provisional 暂定: a year without a published calendar was counted
 */
public record DueView(String time, boolean late, boolean paused, boolean provisional, List<Day> days) {

    public DueView {
        days = List.copyOf(days);
    }

    /** A day that was counted or skipped, and why. */
    public record Day(String date, DayReason reason) {}

    static DueView of(Deadline due, List<FormEvent> history, boolean open, Instant now) {
        boolean paused = open && TicketTerm.isPaused(history);
        return new DueView(
                TicketNews.time(due),
                open && !paused && now.isAfter(due.due().toInstant()),
                paused,
                due.provisional(),
                due.steps().stream()
                        .map(step -> new Day(step.day().toString(), step.reason()))
                        .toList());
    }
}
