package io.kouan.bench;

import io.kouan.bench.load.Run;
import io.kouan.bench.load.Workload;
import io.kouan.bench.measure.Latencies;
import io.kouan.bench.measure.Meter;
import io.kouan.bench.measure.Spread;
import io.kouan.bench.report.ModeResult;
import io.kouan.ceb.sample.SampleChains;
import io.kouan.client.credentials.SandboxKeys;
import io.kouan.client.terminal.Failure;
import io.kouan.client.terminal.Terminal;
import io.kouan.client.terminal.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Measures one size of messages: warm-up, full rounds, one round at an even pace. */
final class ModeRun {

    private static final double FLOOR_PER_SECOND = 3500 / 3600.0;
    private static final double STEADY_SHARE = 0.5;

    private final Size size;
    private final SampleChains source;
    private final SandboxKeys keys;
    private final Run run;
    private final Meter meter;
    private final Terminal terminal;
    private final Texts texts;
    private long nextChain;

    ModeRun(
            Size size,
            SampleChains source,
            long firstChain,
            SandboxKeys keys,
            Run run,
            Meter meter,
            Terminal terminal,
            Texts texts) {
        this.size = size;
        this.source = source;
        this.nextChain = firstChain;
        this.keys = keys;
        this.run = run;
        this.meter = meter;
        this.terminal = terminal;
        this.texts = texts;
    }

    /**
     * How much of everything.
     *
     * @param window most chains under way at a time: enough to keep everything busy, so few that waiting stays bounded
     */
    record Size(int documentsPerMessage, int warmUp, int chains, int rounds, int window) {

        Size with(Optional<Integer> otherChains, Optional<Integer> otherRounds) {
            return new Size(
                    documentsPerMessage, warmUp, otherChains.orElse(chains), otherRounds.orElse(rounds), window);
        }
    }

    ModeResult measure() {
        var warm = workload(size.warmUp());
        terminal.err().println(texts.of("warming", size.documentsPerMessage()));
        var complaints = new ArrayList<>(run.fire(warm, size.window(), 0).complaints());
        var outcomes = new ArrayList<Run.Outcome>();
        var spent = Meter.Cpu.NONE;
        for (int round = 1; round <= size.rounds() && complaints.isEmpty(); round++) {
            var workload = workload(size.chains());
            var before = meter.cpu();
            var outcome = run.fire(workload, size.window(), 0);
            spent = spent.plus(meter.cpu().minus(before));
            outcomes.add(outcome);
            complaints.addAll(outcome.complaints());
            terminal.err()
                    .println(texts.of(
                            "round",
                            size.documentsPerMessage(),
                            round,
                            String.format(Locale.ROOT, "%,.0f", perSecond(outcome.judged(), outcome.judgedNanos()))));
        }
        return result(outcomes, spent, complaints);
    }

    private ModeResult result(List<Run.Outcome> outcomes, Meter.Cpu spent, List<String> complaints) {
        if (outcomes.isEmpty()) {
            throw Failure.refused("bench.failed", String.join("; ", complaints));
        }
        var judged = Spread.of(outcomes.stream()
                .map(one -> perSecond(one.judged(), one.judgedNanos()))
                .toList());
        double pace = Math.floor(judged.median() * STEADY_SHARE);
        terminal.err().println(texts.of("steady", size.documentsPerMessage(), String.valueOf((long) pace)));
        var steady = run.fire(workload(size.chains() / 2), size.window(), pace);
        complaints.addAll(steady.complaints());
        long chains = outcomes.stream().mapToLong(Run.Outcome::judged).sum();
        return new ModeResult(
                size.documentsPerMessage(),
                size.chains(),
                outcomes.size(),
                signing(outcomes),
                Spread.of(outcomes.stream()
                        .map(one -> perSecond(4L * one.workload().chains(), one.acceptedNanos()))
                        .toList()),
                judged,
                Latencies.together(outcomes.stream().map(Run.Outcome::latencies).toList())
                        .percentiles(),
                pace,
                steady.latencies().percentiles(),
                ModeResult.CpuMicros.of(spent, Math.max(1, chains)),
                spent.othersShare(),
                meter.memory(),
                judged.median() / FLOOR_PER_SECOND,
                outcomes.stream().mapToLong(Run.Outcome::receipts).sum(),
                complaints);
    }

    /** Time spent in signing alone, as if nothing else had been done on all cores. */
    private static double signing(List<Run.Outcome> outcomes) {
        long messages =
                outcomes.stream().mapToLong(one -> one.workload().messages()).sum();
        long nanos = outcomes.stream()
                .mapToLong(one -> one.workload().signingNanos())
                .sum();
        return perSecond(messages, Math.max(1, nanos)) * Runtime.getRuntime().availableProcessors();
    }

    private Workload workload(int chains) {
        terminal.err().println(texts.of("signing", size.documentsPerMessage(), chains));
        var workload = Workload.of(source, nextChain, chains, size.documentsPerMessage(), keys);
        nextChain += chains;
        return workload;
    }

    /** Where the next size may begin. */
    long nextChain() {
        return nextChain;
    }

    private static double perSecond(long count, long nanos) {
        return count * 1e9 / nanos;
    }
}
