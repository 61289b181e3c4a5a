package io.kouan.platform.administration;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A change of reference data that somebody proposes (SOD-12). */
sealed interface Change {

    /** What kinds there are. */
    enum Kind {
        /** 新增机构 */
        OPEN_OFFICE,
        /** 停用机构 */
        CLOSE_OFFICE,
        /** 导入年度日历 */
        LOAD_YEAR,
        /** 修改开关 */
        SET_SWITCH
    }

    Kind kind();

    /** What it is about; of one subject only one change of a kind waits at a time. */
    String subject();

    /** What it says, as kept and as audited. */
    Map<String, String> given();

    /** A new office, offered from a day on. */
    record OpenOffice(
            String list,
            String code,
            String nameZh,
            String nameEn,
            String inspection,
            boolean writtenApplication,
            LocalDate from)
            implements Change {

        @Override
        public Kind kind() {
            return Kind.OPEN_OFFICE;
        }

        @Override
        public String subject() {
            return list + "/" + code;
        }

        @Override
        public Map<String, String> given() {
            return Map.of(
                    "list", list,
                    "code", code,
                    "zh", nameZh,
                    "en", nameEn,
                    "inspection", inspection,
                    "written_application", Boolean.toString(writtenApplication),
                    "from", from.toString());
        }
    }

    /** An office that is offered for the last time on a day. Records that name it go on showing it. */
    record CloseOffice(String list, String code, LocalDate until) implements Change {

        @Override
        public Kind kind() {
            return Kind.CLOSE_OFFICE;
        }

        @Override
        public String subject() {
            return list + "/" + code;
        }

        @Override
        public Map<String, String> given() {
            return Map.of("list", list, "code", code, "until", until.toString());
        }
    }

    /** The working days of a year. */
    record LoadYear(int year, NavigableSet<LocalDate> off, NavigableSet<LocalDate> makeUp, String source)
            implements Change {

        @Override
        public Kind kind() {
            return Kind.LOAD_YEAR;
        }

        @Override
        public String subject() {
            return Integer.toString(year);
        }

        @Override
        public Map<String, String> given() {
            return Map.of(
                    "year", Integer.toString(year),
                    "days_off", joined(off),
                    "make_up_work_days", joined(makeUp),
                    "source_notice", source);
        }

        private static String joined(NavigableSet<LocalDate> days) {
            return days.stream().map(LocalDate::toString).collect(Collectors.joining(" "));
        }
    }

    /** A switch's new value. */
    record SetSwitch(String key, String value) implements Change {

        @Override
        public Kind kind() {
            return Kind.SET_SWITCH;
        }

        @Override
        public String subject() {
            return key;
        }

        @Override
        public Map<String, String> given() {
            return Map.of("key", key, "value", value);
        }
    }

    /** The change that was kept. */
    static Change read(Kind kind, Map<String, String> kept) {
        var given = new TreeMap<>(kept);
        return switch (kind) {
            case OPEN_OFFICE ->
                new OpenOffice(
                        given.getOrDefault("list", ""),
                        given.getOrDefault("code", ""),
                        given.getOrDefault("zh", ""),
                        given.getOrDefault("en", ""),
                        given.getOrDefault("inspection", ""),
                        Boolean.parseBoolean(given.getOrDefault("written_application", "false")),
                        LocalDate.parse(given.getOrDefault("from", "")));
            case CLOSE_OFFICE ->
                new CloseOffice(
                        given.getOrDefault("list", ""),
                        given.getOrDefault("code", ""),
                        LocalDate.parse(given.getOrDefault("until", "")));
            case LOAD_YEAR ->
                new LoadYear(
                        Integer.parseInt(given.getOrDefault("year", "0")),
                        CalendarText.days(given.getOrDefault("days_off", "")).orElseThrow(),
                        CalendarText.days(given.getOrDefault("make_up_work_days", ""))
                                .orElseThrow(),
                        given.getOrDefault("source_notice", ""));
            case SET_SWITCH -> new SetSwitch(given.getOrDefault("key", ""), given.getOrDefault("value", ""));
        };
    }
}
