package io.kouan.platform.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.spec.SpecFile;
import io.kouan.ceb.spec.SpecNode;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WorkingCalendarTest {

    private final WorkingCalendar calendar = WorkingCalendar.published();

    @Test
    void everyExampleOfTheCalendarFileHolds() {
        List<SpecNode> examples =
                new SpecFile("calendar/cn.yaml").yaml().at("examples").list();
        assertThat(examples).hasSize(9).allSatisfy(example -> {
            Deadline deadline = calendar.deadline(LocalDate.parse(example.text("event")), example.number("days", 0));
            assertThat(deadline.due())
                    .isEqualTo(
                            LocalDate.parse(example.text("due")).atTime(18, 0).atZone(PortTime.ZONE));
            assertThat(deadline.provisional()).isFalse();
        });
    }

    @Test
    void theClockStandsStillWhileTheApplicantMustAct() {
        var pause = new WorkingCalendar.Pause(LocalDate.of(2026, 11, 25), LocalDate.of(2026, 12, 1));
        Deadline deadline = calendar.deadline(LocalDate.of(2026, 11, 23), 10, List.of(pause));
        assertThat(deadline.due().toLocalDate()).isEqualTo(LocalDate.of(2026, 12, 11));
        assertThat(deadline.skipped()).extracting(Deadline.Step::reason).contains(DayReason.PAUSED, DayReason.WEEKEND);
    }

    @Test
    void aDeadlineInAnUnpublishedYearIsProvisional() {
        Deadline deadline = calendar.deadline(LocalDate.of(2026, 12, 21), 10);
        assertThat(deadline.due().toLocalDate()).isEqualTo(LocalDate.of(2027, 1, 4));
        assertThat(deadline.provisional()).isTrue();
    }

    @Property
    void aDeadlineIsTheLastOfExactlyTheDaysAskedForAndLeavesNoDayOut(
            @ForAll @IntRange(min = 0, max = 1200) int offset, @ForAll @IntRange(min = 1, max = 60) int days) {
        LocalDate event = LocalDate.of(2024, 12, 1).plusDays(offset);
        Deadline deadline = calendar.deadline(event, days);
        assertThat(deadline.counted()).hasSize(days).allMatch(step -> calendar.isWorkingDay(step.day()));
        assertThat(deadline.skipped()).noneMatch(step -> calendar.isWorkingDay(step.day()));
        LocalDate due = deadline.due().toLocalDate();
        assertThat(deadline.counted().getLast().day()).isEqualTo(due);
        assertThat(deadline.steps())
                .extracting(Deadline.Step::day)
                .containsExactlyElementsOf(
                        event.plusDays(1).datesUntil(due.plusDays(1)).toList());
    }
}
