package io.kouan.platform.servicedesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.forms.FormEvent;
import io.kouan.platform.port.DayReason;
import io.kouan.platform.port.Deadline;
import io.kouan.platform.port.PortTime;
import io.kouan.platform.port.WorkingCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    void theNewYearAndItsMadeUpSundayAreCountedAsPublished() {
        assertThat(TicketTerm.of(List.of(event("submit", "2025-12-31")), 10, CALENDAR))
                .hasValueSatisfying(due -> {
                    assertThat(due.due().toLocalDate()).isEqualTo("2026-01-15");
                    assertThat(due.provisional()).isFalse();
                    assertThat(reason(due, "2026-01-01")).isEqualTo(DayReason.HOLIDAY);
                    assertThat(reason(due, "2026-01-04")).isEqualTo(DayReason.MAKE_UP_DAY);
                });
    }

    @Test
    void theSpringFestivalIsSkippedAlsoWhenTheClockStoodStillBefore() {
        var history = List.of(
                event("submit", "2026-02-09"), event("need_info", "2026-02-12"), event("supplement", "2026-02-25"));

        // used: 10, 11, 12; the rest from the 26th, with Saturday the 28th made up
        assertThat(TicketTerm.of(history, 10, CALENDAR)).hasValueSatisfying(due -> {
            assertThat(due.due().toLocalDate()).isEqualTo("2026-03-05");
            assertThat(reason(due, "2026-02-13")).isEqualTo(DayReason.PAUSED);
            assertThat(reason(due, "2026-02-18")).isEqualTo(DayReason.HOLIDAY);
            assertThat(reason(due, "2026-02-28")).isEqualTo(DayReason.MAKE_UP_DAY);
        });
    }

    @Test
    void overANewYearWithoutAPublishedCalendarTheDeadlineIsProvisionalUntilTheYearIsLoaded() {
        var history = List.of(event("submit", "2026-12-28"));

        assertThat(TicketTerm.of(history, 10, CALENDAR))
                .hasValueSatisfying(due -> assertThat(due.provisional()).isTrue());
        var loaded = CALENDAR.with(2027, Set.of(LocalDate.parse("2027-01-01")), Set.of());
        assertThat(TicketTerm.of(history, 10, loaded)).hasValueSatisfying(due -> {
            assertThat(due.provisional()).isFalse();
            assertThat(due.due().toLocalDate()).isEqualTo("2027-01-12");
        });
        assertThat(loaded.version()).isNotEqualTo(CALENDAR.version()).startsWith("2025-2027/");
        assertThat(CALENDAR.version()).isEqualTo(WorkingCalendar.published().version());
    }

    private static DayReason reason(Deadline due, String day) {
        return due.steps().stream()
                .filter(step -> step.day().equals(LocalDate.parse(day)))
                .findFirst()
                .orElseThrow()
                .reason();
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
