package io.kouan.platform.servicedesk;

import io.kouan.platform.port.PortTime;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.MultiValueMap;

/**
 * What is looked for in a list of tickets (我的工单, screen 5.3): a condition on every column. Pure.
 *
 * @param typed as it was typed, by name; only what can be looked for
 */
record TicketQuery(Map<String, String> typed) {

    private static final int MOST = 60;
    private static final List<String> CONTAINED = List.of("number", "title");
    private static final List<String> EQUAL = List.of("category", "kind", "state");
    private static final List<String> DATES = List.of("submitted", "replied");

    TicketQuery {
        typed = Map.copyOf(typed);
    }

    static TicketQuery read(MultiValueMap<String, String> sent) {
        var typed = new LinkedHashMap<String, String>();
        CONTAINED.forEach(name -> put(typed, name, sent));
        EQUAL.forEach(name -> put(typed, name, sent));
        for (String date : DATES) {
            for (String end : List.of("From", "Until")) {
                put(typed, date + end, sent);
                typed.computeIfPresent(date + end, (name, value) -> day(value).isPresent() ? value : null);
            }
        }
        return new TicketQuery(typed);
    }

    private static void put(Map<String, String> typed, String name, MultiValueMap<String, String> sent) {
        var value = Optional.ofNullable(sent.getFirst(name))
                .orElse("")
                .replace("\0", "")
                .strip();
        if (!value.isEmpty()) {
            typed.put(name, value.length() <= MOST ? value : value.substring(0, MOST));
        }
    }

    /** What follows {@code where} in a query, with named parameters only. */
    String conditions() {
        var sql = new StringBuilder();
        CONTAINED.stream()
                .filter(typed::containsKey)
                .forEach(name -> sql.append(" and strpos(lower(%1$s), lower(:%1$s)) > 0".formatted(name)));
        EQUAL.stream().filter(typed::containsKey).forEach(name -> sql.append(" and %1$s = :%1$s".formatted(name)));
        for (String date : DATES) {
            if (typed.containsKey(date + "From")) {
                sql.append(" and %1$s_at >= :%1$sFrom".formatted(date));
            }
            if (typed.containsKey(date + "Until")) {
                sql.append(" and %1$s_at < :%1$sUntil".formatted(date));
            }
        }
        return sql.toString();
    }

    Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        typed.forEach((name, value) -> {
            if (name.endsWith("From")) {
                values.put(name, start(day(value).orElseThrow()));
            } else if (name.endsWith("Until")) {
                values.put(name, start(day(value).orElseThrow().plusDays(1)));
            } else {
                values.put(name, value);
            }
        });
        return values;
    }

    private static Object start(LocalDate day) {
        return day.atStartOfDay(PortTime.ZONE).toOffsetDateTime();
    }

    private static Optional<LocalDate> day(String value) {
        try {
            return Optional.of(LocalDate.parse(value)).filter(day -> day.getYear() > 1900 && day.getYear() < 3000);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
