package io.kouan.platform.localfiling;

import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.check.FormCheck;
import io.kouan.platform.forms.check.Surroundings;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.Label;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What an agent ticks before the case goes to the data centre (审核清单): the seal of the ID scan page by page. Pure. */
record Checklist(List<Point> points) {

    private static final String PER_PAGE = "id_page_seals";

    Checklist {
        points = List.copyOf(points);
    }

    /**
     * Something to tick.
     *
     * @param file name of the file it is about; empty where it is about the papers as a whole
     * @param page of that file; 0 where it is about the whole
     */
    public record Point(String key, Label label, Label hint, String file, int page) {}

    /** A scan with so many pages. */
    record Scan(UUID id, String name, int pages) {}

    /**
     * The list for a ticket.
     *
     * @param screen fields of the screen {@code local_filing_checklist}
     * @param scans of the ID card
     */
    static Checklist of(List<Field> screen, List<Scan> scans, Surroundings around) {
        return new Checklist(screen.stream()
                .filter(field -> field.type().isTick())
                .filter(field -> FormCheck.isRequired(field, key -> "", around))
                .flatMap(field -> field.key().equals(PER_PAGE) ? pages(field, scans) : Stream.of(whole(field)))
                .toList());
    }

    private static Point whole(Field field) {
        return new Point(field.key(), field.label(), hint(field), "", 0);
    }

    private static Stream<Point> pages(Field field, List<Scan> scans) {
        return scans.stream()
                .flatMap(scan -> IntStream.rangeClosed(1, scan.pages())
                        .mapToObj(page -> new Point(
                                field.key() + "." + scan.id() + "." + page,
                                field.label(),
                                hint(field),
                                scan.name(),
                                page)));
    }

    private static Label hint(Field field) {
        return field.hint().orElse(new Label("", ""));
    }

    /** Those of the ticks that are on the list; what else was sent is not kept. */
    Set<String> known(Set<String> ticks) {
        return points.stream().map(Point::key).filter(ticks::contains).collect(Collectors.toUnmodifiableSet());
    }

    /** One fault that names what is not ticked; none where everything is. */
    List<Fault> faults(Set<String> ticks) {
        var open = points.stream().filter(point -> !ticks.contains(point.key())).toList();
        return open.isEmpty()
                ? List.of()
                : List.of(Fault.at(
                        "",
                        "ERR_CHECKLIST",
                        Map.of(
                                "items",
                                open.stream()
                                        .map(point -> point.label().zh())
                                        .distinct()
                                        .collect(Collectors.joining("、")),
                                "items.en",
                                open.stream()
                                        .map(point -> point.label().en())
                                        .distinct()
                                        .collect(Collectors.joining(", ")))));
    }
}
