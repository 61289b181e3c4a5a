package io.kouan.platform.servicedesk;

import io.kouan.platform.forms.FormEvent;
import io.kouan.platform.port.Deadline;
import io.kouan.platform.port.PortTime;
import io.kouan.platform.port.WorkingCalendar;
import io.kouan.platform.port.WorkingCalendar.Pause;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a ticket is due (handbook section 5, SLA-2): counted from its submission; while the enterprise has to supplement, no day counts.
 * Pure.
 */
final class TicketTerm {

    private TicketTerm() {}

    /** Empty before it was submitted. */
    static Optional<Deadline> of(List<FormEvent> history, int days, WorkingCalendar calendar) {
        return history.stream()
                .filter(event -> event.action().equals("submit"))
                .findFirst()
                .map(submitted -> calendar.deadline(day(submitted), days, pauses(history)));
    }

    /** From a return to its answer; one that is not answered yet lasts until the end of the longest wait that can be looked at. */
    private static List<Pause> pauses(List<FormEvent> history) {
        var pauses = new ArrayList<Pause>();
        Optional<LocalDate> returned = Optional.empty();
        for (FormEvent event : history) {
            if (event.action().equals("need_info")) {
                returned = Optional.of(day(event));
            } else if (event.action().equals("supplement") && returned.isPresent()) {
                pauses.add(new Pause(returned.get(), day(event)));
                returned = Optional.empty();
            }
        }
        return pauses;
    }

    /** Whether the clock stands still: the enterprise has to act. */
    static boolean isPaused(List<FormEvent> history) {
        return history.stream()
                .map(FormEvent::action)
                .filter(action -> action.equals("need_info") || action.equals("supplement"))
                .reduce((earlier, later) -> later)
                .filter("need_info"::equals)
                .isPresent();
    }

    private static LocalDate day(FormEvent event) {
        return LocalDate.ofInstant(event.at(), PortTime.ZONE);
    }
}
