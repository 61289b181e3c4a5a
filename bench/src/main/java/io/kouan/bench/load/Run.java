package io.kouan.bench.load;

import io.kouan.bench.measure.Latencies;
import io.kouan.ceb.sample.SampleEnterprise;
import io.kouan.ceb.sample.SampleWorld;
import io.kouan.client.local.Sandbox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Fires workloads at one server. Keeps, from round to round, how far each channel's receipts have been fetched. */
public final class Run {

    private static final int MOST_ATTEMPTS = 100;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final List<ReceiptFetcher.Channel> channels;
    private final int connections;

    public Run(String url, Sandbox sandbox, int connections) {
        this.connections = connections;
        this.channels = SampleWorld.enterprises().stream()
                .map(SampleEnterprise::customsCode)
                .map(code -> sandbox.enterprise(code).orElseThrow())
                .map(enterprise -> ReceiptFetcher.Channel.open(url, enterprise.apiKey()))
                .toList();
    }

    /**
     * What one workload came to.
     *
     * @param acceptedNanos from the first send to the last ack
     * @param judgedNanos from the first send to the last final receipt in hand
     */
    public record Outcome(
            Workload workload,
            long acceptedNanos,
            long judgedNanos,
            Latencies latencies,
            int judged,
            int receipts,
            List<String> complaints) {}

    /**
     * Sends everything and fetches everything.
     *
     * @param window most chains under way at a time
     * @param chainsPerSecond pace; 0 for as fast as it goes
     */
    public Outcome fire(Workload workload, int window, double chainsPerSecond) {
        var ledger = new Ledger(workload.first(), workload.chains(), window);
        var over = new AtomicBoolean();
        var fetchers = channels.stream()
                .map(channel -> new ReceiptFetcher(channel, ledger, over))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            fetchers.forEach(threads::execute);
            long began = System.nanoTime();
            send(workload, ledger, chainsPerSecond, began);
            long accepted = System.nanoTime();
            awaitReceipts(ledger);
            over.set(true);
            return outcome(workload, ledger, fetchers, began, accepted, threads);
        }
    }

    private static Outcome outcome(
            Workload workload,
            Ledger ledger,
            List<ReceiptFetcher> fetchers,
            long began,
            long accepted,
            java.util.concurrent.ExecutorService threads) {
        threads.close();
        fetchers.forEach(ReceiptFetcher::checkSample);
        if (!ledger.isComplete()) {
            ledger.complain(ledger.missing() + " receipts did not come");
        }
        return new Outcome(
                workload,
                accepted - began,
                Math.max(1, ledger.lastDone() - began),
                ledger.latencies(),
                ledger.judged(),
                ledger.receipts(),
                ledger.complaints());
    }

    private void send(Workload workload, Ledger ledger, double chainsPerSecond, long began) {
        var next = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var senders = new ArrayList<Future<Void>>();
            for (int i = 0; i < connections; i++) {
                senders.add(threads.submit((Callable<Void>) () -> {
                    work(workload, next, ledger, chainsPerSecond, began);
                    return null;
                }));
            }
            for (var sender : senders) {
                sender.get();
            }
        } catch (ExecutionException failed) {
            ledger.complain("sending: " + failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(Workload workload, AtomicInteger next, Ledger ledger, double chainsPerSecond, long began)
            throws IOException, InterruptedException {
        try (var wire = new Wire(channels.getFirst().address())) {
            for (int i = next.getAndIncrement(); i < workload.shots().size(); i = next.getAndIncrement()) {
                var shot = workload.shots().get(i);
                if (shot.opensGroup()) {
                    if (!ledger.window().tryAcquire(shot.chains().size(), PATIENCE_NANOS, TimeUnit.NANOSECONDS)) {
                        ledger.complain("no final receipt came for a minute");
                        return;
                    }
                    pace(shot, workload, chainsPerSecond, began);
                }
                shoot(wire, shot, ledger);
            }
        }
    }

    private static void pace(Shot shot, Workload workload, double chainsPerSecond, long began) {
        if (chainsPerSecond > 0) {
            long due = began + (long) ((shot.chains().getFirst() - workload.first()) / chainsPerSecond * 1e9);
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
    }

    private void shoot(Wire wire, Shot shot, Ledger ledger) throws IOException {
        var head = channels.get(shot.sender())
                .head("POST", "/api/v1/messages", "application/xml", shot.body().size());
        ledger.sent(shot.chains(), System.nanoTime());
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            var reply = wire.call(head, shot.body().array());
            switch (reply.status()) {
                case 202 -> {
                    return;
                }
                case 429, 503 -> LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(Math.max(1, reply.retryAfter())));
                default -> {
                    ledger.complain("a message was answered " + reply.status() + ": "
                            + reply.body().utf8());
                    return;
                }
            }
        }
        ledger.complain("the server stayed busy");
    }

    private static void awaitReceipts(Ledger ledger) {
        long last = System.nanoTime() + PATIENCE_NANOS;
        while (!ledger.isComplete() && ledger.complaints().isEmpty() && System.nanoTime() < last) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
