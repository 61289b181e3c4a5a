package io.kouan.platform.port;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * When something is due (截止时间) and how that was computed.
 *
 * @param provisional 暂定: a day of a year without a published calendar was looked at
 * @param steps every day after the event up to the due day, in order
 */
public record Deadline(ZonedDateTime due, boolean provisional, List<Step> steps) {

    /** One day that was counted or skipped. */
    public record Step(LocalDate day, DayReason reason) {}

    public Deadline {
        steps = List.copyOf(steps);
    }

    public List<Step> counted() {
        return steps.stream().filter(step -> step.reason().counts()).toList();
    }

    public List<Step> skipped() {
        return steps.stream().filter(step -> !step.reason().counts()).toList();
    }
}
