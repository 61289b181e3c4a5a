package io.kouan.platform.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTextTest {

    @Test
    void datesAndSpansAreReadHoweverTheyAreSeparated() {
        assertThat(CalendarText.days("2027-01-01，2027-02-05 至 2027-02-07\n2027-04-04/2027-04-04"))
                .hasValueSatisfying(days -> assertThat(days)
                        .containsExactly(
                                LocalDate.of(2027, 1, 1),
                                LocalDate.of(2027, 2, 5),
                                LocalDate.of(2027, 2, 6),
                                LocalDate.of(2027, 2, 7),
                                LocalDate.of(2027, 4, 4)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-02-30",
                "2027-02-07/2027-02-05",
                "1 January",
                "2027-01-01/2027-01-02/2027-01-03",
                "2027-01-01/9999-12-31"
            })
    void whatIsNoDayIsRefused(String text) {
        assertThat(CalendarText.days(text)).isEmpty();
    }

    @Test
    void nothingIsNoDay() {
        assertThat(CalendarText.days("  \n"))
                .hasValueSatisfying(days -> assertThat(days).isEmpty());
    }
}
