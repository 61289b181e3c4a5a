package io.kouan.bench.portal;

import io.kouan.bench.measure.Latencies;
import io.kouan.client.local.Sandbox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several people at once, each asking for all pages again and again, in an order of their own. */
final class PortalLoad {

    private final String url;
    private final Sandbox sandbox;
    private final List<PortalPage> pages;

    PortalLoad(String url, Sandbox sandbox, List<PortalPage> pages) {
        this.url = url;
        this.sandbox = sandbox;
        this.pages = List.copyOf(pages);
    }

    /** What one client saw of one page. */
    @SuppressWarnings("ArrayRecordComponent") // handed on to the report at once
    private record Seen(long[] nanos, int failures) {}

    List<PortalReport.Line> run(int clients, int rounds) {
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var jobs = new ArrayList<Callable<List<Seen>>>();
            for (int client = 0; client < clients; client++) {
                int first = client;
                jobs.add(() -> client(first, rounds));
            }
            var seen = new ArrayList<List<Seen>>();
            for (Future<List<Seen>> job : threads.invokeAll(jobs)) {
                seen.add(job.get());
            }
            var lines = new ArrayList<PortalReport.Line>();
            for (int page = 0; page < pages.size(); page++) {
                lines.add(line(page, seen));
            }
            return lines;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private PortalReport.Line line(int page, List<List<Seen>> seen) {
        var latencies = seen.stream()
                .map(client -> client.get(page).nanos())
                .map(nanos -> Latencies.of(nanos, nanos.length))
                .toList();
        int requests = seen.stream()
                .mapToInt(client -> client.get(page).nanos().length)
                .sum();
        int failures =
                seen.stream().mapToInt(client -> client.get(page).failures()).sum();
        return new PortalReport.Line(
                pages.get(page).name(),
                requests,
                failures,
                Latencies.together(latencies).percentiles());
    }

    private List<Seen> client(int number, int rounds) {
        var sessions = new HashMap<String, PortalSession>();
        try {
            pages.forEach(
                    page -> sessions.computeIfAbsent(page.login(), login -> PortalSession.signIn(url, person(login))));
            return ask(number, rounds, sessions);
        } finally {
            sessions.values().forEach(PortalSession::close);
        }
    }

    private List<Seen> ask(int number, int rounds, Map<String, PortalSession> sessions) {
        var nanos = new long[pages.size()][rounds];
        var failures = new int[pages.size()];
        for (int round = 0; round < rounds; round++) {
            for (int step = 0; step < pages.size(); step++) {
                int at = (step + number * 3 + round) % pages.size();
                var page = pages.get(at);
                var path = page.paths().get((round * 7 + number) % page.paths().size());
                long begin = System.nanoTime();
                var answer = Objects.requireNonNull(sessions.get(page.login())).get(path);
                nanos[at][round] = System.nanoTime() - begin;
                failures[at] += answer.statusCode() == 200 ? 0 : 1;
            }
        }
        var seen = new ArrayList<Seen>();
        for (int i = 0; i < pages.size(); i++) {
            seen.add(new Seen(nanos[i], failures[i]));
        }
        return seen;
    }

    private Sandbox.Person person(String login) {
        return sandbox.people().stream()
                .filter(person -> person.login().equals(login))
                .findFirst()
                .orElseThrow();
    }
}
