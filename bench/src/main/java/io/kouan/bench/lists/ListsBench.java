package io.kouan.bench.lists;

import io.kouan.bench.measure.Latencies;
import io.kouan.bench.measure.Percentiles;
import io.kouan.client.local.Sandbox;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads every page many times, one after the other, as staff of the port and as an enterprise. */
public final class ListsBench {

    private static final List<String> LOGINS = List.of("operator", "merchant");

    private final String url;
    private final Sandbox sandbox;
    private final int times;

    public ListsBench(String url, Sandbox sandbox, int times) {
        this.url = url;
        this.sandbox = sandbox;
        this.times = times;
    }

    /** One page as one reader sees it; milliseconds for the whole page. */
    public record Row(String login, String page, String path, Percentiles milliseconds) {}

    public List<Row> measure(int rows, LocalDate today, Consumer<String> begun) {
        var all = new ArrayList<Row>();
        for (String login : LOGINS) {
            begun.accept(login);
            try (var visitor = Visitor.signIn(url, login, password(login))) {
                for (Visits visit : Visits.all(rows, today)) {
                    all.add(new Row(login, visit.page(), visit.path(), measure(visitor, visit)));
                }
            }
        }
        return List.copyOf(all);
    }

    private Percentiles measure(Visitor visitor, Visits visit) {
        for (int i = 0; i < times / 5; i++) {
            visitor.read(visit.path());
        }
        var nanos = new long[times];
        for (int i = 0; i < times; i++) {
            long before = System.nanoTime();
            visitor.read(visit.path());
            nanos[i] = System.nanoTime() - before;
        }
        return Latencies.of(nanos, times).percentiles();
    }

    private String password(String login) {
        return sandbox.people().stream()
                .filter(person -> person.login().equals(login))
                .findFirst()
                .orElseThrow()
                .password();
    }
}
