package io.kouan.platform.servicedesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.forms.FormEvent;
import io.kouan.platform.port.PortTime;
import io.kouan.platform.port.WorkingCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The deadline of a ticket, with the clock standing still while the enterprise has to act. */
class TicketTermTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.published();

    @Test
    void tenWorkingDaysCountFromTheSubmission() {
        var due = TicketTerm.of(List.of(event("begin", "2026-11-20"), event("submit", "2026-11-23")), 10, CALENDAR);

        assertThat(due)
                .hasValueSatisfying(it -> assertThat(it.due().toLocalDate()).isEqualTo("2026-12-07"));
    }

    @Test
    void noDayCountsFromTheReturnUntilTheSupplement() {
        var history = List.of(
                event("submit", "2026-11-23"), event("need_info", "2026-11-25"), event("supplement", "2026-11-30"));

        assertThat(TicketTerm.of(history, 10, CALENDAR))
                .hasValueSatisfying(it -> assertThat(it.due().toLocalDate()).isEqualTo("2026-12-10"));
        assertThat(TicketTerm.isPaused(history)).isFalse();
        assertThat(TicketTerm.isPaused(history.subList(0, 2))).isTrue();
    }

    @Test
    void aDraftIsNotDue() {
        assertThat(TicketTerm.of(List.of(event("begin", "2026-11-23")), 10, CALENDAR))
                .isEmpty();
    }

    private static FormEvent event(String action, String day) {
        var at = LocalDate.parse(day).atTime(10, 0).atZone(PortTime.ZONE).toInstant();
        return new FormEvent(1, at, "", "", "", action, "", "", List.of(), "", List.of(), Optional.empty());
    }
}
