package io.kouan.platform.administration;

import io.kouan.platform.port.Calendars;
import io.kouan.platform.port.WorkingCalendar;
import java.sql.Array;
import java.sql.Date;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The years that administrators have loaded (工作日历), laid over those that come with the program. */
@Repository
class LoadedCalendars implements Calendars {

    private final JdbcClient db;
    private final Clock clock;
    private final WorkingCalendar published = WorkingCalendar.published();

    LoadedCalendars(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A year as it was loaded. */
    record LoadedYear(
            int year, NavigableSet<LocalDate> off, NavigableSet<LocalDate> makeUp, String source, int version) {}

    @Override
    public WorkingCalendar current() {
        var calendar = published;
        for (LoadedYear year : years()) {
            calendar = calendar.with(year.year(), year.off(), year.makeUp());
        }
        return calendar;
    }

    List<LoadedYear> years() {
        return db.sql("select * from calendar_year order by year")
                .query((row, number) -> new LoadedYear(
                        row.getInt("year"),
                        days(row.getArray("days_off")),
                        days(row.getArray("make_up_days")),
                        row.getString("source_notice"),
                        row.getInt("version")))
                .list();
    }

    void load(Change.LoadYear year) {
        db.sql("""
                insert into calendar_year (year, days_off, make_up_days, source_notice, version, loaded_at)
                values (:year, :off, :makeUp, :source, 1, :now)
                    on conflict (year) do update
                   set days_off = excluded.days_off, make_up_days = excluded.make_up_days,
                       source_notice = excluded.source_notice, version = calendar_year.version + 1, loaded_at = excluded.loaded_at
                """)
                .param("year", year.year())
                .param("off", dates(year.off()))
                .param("makeUp", dates(year.makeUp()))
                .param("source", year.source())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Date[] dates(Collection<LocalDate> days) {
        return days.stream().map(Date::valueOf).toArray(Date[]::new);
    }

    private static NavigableSet<LocalDate> days(Array array) throws SQLException {
        var days = new TreeSet<LocalDate>();
        Arrays.stream((Date[]) array.getArray()).map(Date::toLocalDate).forEach(days::add);
        return days;
    }
}
