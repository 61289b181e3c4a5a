package io.kouan.platform.portal;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.accounts.Scope;
import io.kouan.platform.declaration.DocumentViews;
import io.kouan.platform.declaration.DocumentViews.StateCount;
import io.kouan.platform.declaration.DocumentViews.TypeTally;
import io.kouan.platform.exchange.Traffic;
import io.kouan.platform.transmission.DxpIds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The figures of the overview (概览): how much comes in, how it fares, whether the intake keeps up, how long answers take. */
@Component
class Dashboard {

    private static final int MINUTES = 60;
    private static final int QUEUE_BOUND = 100_000;
    private static final Set<String> INVENTORIES = Set.of("CEB621", "CEB603");
    private static final Set<Integer> RELEASED = Set.of(800, 899);

    private final Traffic traffic;
    private final DocumentViews documents;
    private final DxpIds dxpIds;
    private final Clock clock;

    Dashboard(Traffic traffic, DocumentViews documents, DxpIds dxpIds, Clock clock) {
        this.traffic = traffic;
        this.documents = documents;
        this.dxpIds = dxpIds;
        this.clock = clock;
    }

    /**
     * The figures at one moment.
     *
     * @param perMinute messages of the last full minute
     * @param median time from a message to its newest receipt, as text; empty before the first receipt
     */
    record Figures(
            long perMinute,
            String lastHour,
            long refusedLastHour,
            long queue,
            String median,
            String p95,
            String measured,
            String released,
            String returned,
            String underWay,
            List<TypeProgress> types) {}

    /** How the documents of one type are doing. */
    record TypeProgress(String id, String name, String total, List<Share> shares) {}

    /** One state's part of a type: its badge and its piece of a bar that is a hundred wide. */
    record Share(StatusView state, String documents, double from, double width) {}

    Figures figures(Scope scope, Language language) {
        var tally = documents.tally(scope);
        var minutes = minutes(scope);
        var latency = traffic.latency(dxpIds.in(scope));
        return new Figures(
                minutes.get(MINUTES - 2).accepted() + minutes.get(MINUTES - 2).refused(),
                Shown.number(minutes.stream()
                        .mapToLong(minute -> minute.accepted() + minute.refused())
                        .sum()),
                minutes.stream().mapToLong(Traffic.Minute::refused).sum(),
                traffic.behind(scope, documents.intakePosition(), QUEUE_BOUND),
                latency.map(it -> Shown.duration(it.median())).orElse(""),
                latency.map(it -> Shown.duration(it.p95())).orElse(""),
                latency.map(it -> Shown.number(it.messages())).orElse("0"),
                Shown.number(inventories(tally, RELEASED::contains)),
                Shown.number(inventories(tally, status -> status == 100 || status < 0)),
                Shown.number(inventories(tally, status -> status >= 0 && status != 100 && !RELEASED.contains(status))),
                tally.stream().map(type -> progress(type, language)).toList());
    }

    /** The last sixty minutes without gaps, the running one last. */
    List<Traffic.Minute> minutes(Scope scope) {
        var last = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        var first = last.minus(Duration.ofMinutes(MINUTES - 1L));
        Map<Instant, Traffic.Minute> counted = traffic.minutes(scope, first).stream()
                .collect(Collectors.toMap(Traffic.Minute::start, Function.identity(), (a, b) -> a));
        var minutes = new ArrayList<Traffic.Minute>();
        for (int i = 0; i < MINUTES; i++) {
            var start = first.plus(Duration.ofMinutes(i));
            minutes.add(Optional.ofNullable(counted.get(start)).orElse(new Traffic.Minute(start, 0, 0)));
        }
        return minutes;
    }

    private static long inventories(List<TypeTally> tally, IntPredicate status) {
        return tally.stream()
                .filter(type -> INVENTORIES.contains(type.messageType()))
                .flatMap(type -> type.states().stream())
                .filter(count -> status.test(count.status()))
                .mapToLong(StateCount::documents)
                .sum();
    }

    private static TypeProgress progress(TypeTally type, Language language) {
        long total = type.states().stream().mapToLong(StateCount::documents).sum();
        var shares = new ArrayList<Share>();
        double from = 0;
        for (StateCount count : type.states()) {
            double width = 100.0 * count.documents() / total;
            shares.add(
                    new Share(StatusView.of(count.status(), language), Shown.number(count.documents()), from, width));
            from += width;
        }
        return new TypeProgress(
                type.messageType(), TypeView.name(type.messageType(), language), Shown.number(total), shares);
    }
}
