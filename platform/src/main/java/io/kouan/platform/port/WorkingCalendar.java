package io.kouan.platform.port;

import io.kouan.ceb.spec.BadSpecification;
import io.kouan.ceb.spec.SpecFile;
import io.kouan.ceb.spec.SpecNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Working days (工作日) of China with holidays and make-up days (调休), handbook 2.3. Day 0 is the day of the event,
 * counting begins with the next working day. A year without a published notice counts Monday to Friday, 暂定.
 */
public final class WorkingCalendar {

    private static final LocalTime CLOSING = LocalTime.of(18, 0);

    private final Map<Integer, Year> years;

    private record Year(Set<LocalDate> off, Set<LocalDate> makeUp) {}

    /** Days on which the applicant must act: they begin after the day of return and end with the day of the answer. */
    public record Pause(LocalDate returned, LocalDate answered) {

        public Pause {
            if (answered.isBefore(returned)) {
                throw new IllegalArgumentException("answered " + answered + " before returned " + returned);
            }
        }

        boolean holds(LocalDate day) {
            return day.isAfter(returned) && !day.isAfter(answered);
        }
    }

    private WorkingCalendar(Map<Integer, Year> years) {
        this.years = Map.copyOf(years);
    }

    /** The published calendar that comes with the program. */
    public static WorkingCalendar published() {
        return read(new SpecFile("calendar/cn.yaml").yaml());
    }

    static WorkingCalendar read(SpecNode file) {
        file.only(Set.of("source", "rule", "years", "examples"));
        var years = new TreeMap<Integer, Year>();
        file.at("years").map().forEach((name, node) -> {
            node.only(Set.of("days_off", "make_up_work_days"));
            int year = number(node, name);
            var read = new Year(days(node, "days_off", year), days(node, "make_up_work_days", year));
            if (read.makeUp.stream().anyMatch(read.off::contains)) {
                throw new BadSpecification(node.where(), "a day is both off and made up");
            }
            years.put(year, read);
        });
        return new WorkingCalendar(years);
    }

    /**
     * This calendar with another year's days, in place of those it has for that year.
     *
     * @param off days on which nobody works beside weekends
     * @param makeUp days of weekends on which people work
     */
    public WorkingCalendar with(int year, Set<LocalDate> off, Set<LocalDate> makeUp) {
        var all = new TreeMap<>(years);
        all.put(year, new Year(Set.copyOf(off), Set.copyOf(makeUp)));
        return new WorkingCalendar(all);
    }

    /** The years whose calendar is known, in order. */
    public List<Integer> knownYears() {
        return years.keySet().stream().sorted().toList();
    }

    /** Which calendar this is (日历版本): the years that it knows and a digest of their days; the same days give the same version. */
    public String version() {
        var all = new TreeMap<>(years);
        var text = new StringBuilder();
        all.forEach((year, days) -> text.append(year)
                .append(new TreeSet<>(days.off))
                .append(new TreeSet<>(days.makeUp))
                .append('\n'));
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            var span = all.isEmpty() ? "" : all.firstKey() + "-" + all.lastKey() + "/";
            return span + HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether people work on this day; a guess where {@link #isProvisional} holds. */
    public boolean isWorkingDay(LocalDate day) {
        return reason(day).counts();
    }

    /** Whether the notice for the day's year is not out yet (暂定). */
    public boolean isProvisional(LocalDate day) {
        return !years.containsKey(day.getYear());
    }

    /** The deadline some working days after an event. */
    public Deadline deadline(LocalDate event, int days) {
        return deadline(event, days, List.of());
    }

    /** The same, where the clock stands still during the pauses (SLA-2). */
    public Deadline deadline(LocalDate event, int days, List<Pause> pauses) {
        if (days < 1) {
            throw new IllegalArgumentException("at least one working day, not " + days);
        }
        var steps = new ArrayList<Deadline.Step>();
        boolean provisional = false;
        LocalDate day = event;
        for (int counted = 0; counted < days; ) {
            day = day.plusDays(1);
            provisional |= isProvisional(day);
            LocalDate today = day;
            DayReason reason = reason(day);
            if (reason.counts() && pauses.stream().anyMatch(pause -> pause.holds(today))) {
                reason = DayReason.PAUSED;
            }
            steps.add(new Deadline.Step(day, reason));
            counted += reason.counts() ? 1 : 0;
        }
        return new Deadline(day.atTime(CLOSING).atZone(PortTime.ZONE), provisional, steps);
    }

    private DayReason reason(LocalDate day) {
        Year year = years.getOrDefault(day.getYear(), new Year(Set.of(), Set.of()));
        if (year.makeUp.contains(day)) {
            return DayReason.MAKE_UP_DAY;
        }
        if (year.off.contains(day)) {
            return DayReason.HOLIDAY;
        }
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        return weekend ? DayReason.WEEKEND : DayReason.WORKING_DAY;
    }

    private static int number(SpecNode node, String year) {
        if (!year.matches("[0-9]{4}")) {
            throw new BadSpecification(node.where(), "a year is expected, found " + year);
        }
        return Integer.parseInt(year);
    }

    private static Set<LocalDate> days(SpecNode node, String key, int year) {
        var days = new HashSet<LocalDate>();
        for (SpecNode entry : node.at(key).list()) {
            String text = entry.text();
            int slash = text.indexOf('/');
            LocalDate first = date(entry, slash < 0 ? text : text.substring(0, slash));
            LocalDate last = slash < 0 ? first : date(entry, text.substring(slash + 1));
            if (last.isBefore(first) || first.getYear() != year || last.getYear() != year) {
                throw new BadSpecification(entry.where(), text + " is no span of days in " + year);
            }
            first.datesUntil(last.plusDays(1)).forEach(days::add);
        }
        return Set.copyOf(days);
    }

    private static LocalDate date(SpecNode node, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw new BadSpecification(node.where(), "a date is expected, found " + text);
        }
    }
}
