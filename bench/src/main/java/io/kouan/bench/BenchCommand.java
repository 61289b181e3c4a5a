package io.kouan.bench;

import io.kouan.bench.load.Run;
import io.kouan.bench.report.Machine;
import io.kouan.bench.report.ModeResult;
import io.kouan.bench.report.Report;
import io.kouan.ceb.sample.SampleChains;
import io.kouan.client.credentials.SandboxKeys;
import io.kouan.client.terminal.ExitCode;
import io.kouan.client.terminal.Terminal;
import io.kouan.client.terminal.Texts;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs server, database and load generator on this machine and prints what they can do. */
@Command(name = "bench", mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Texts texts;
    private final Path root;
    private final InstantSource clock;

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--quick")
    private boolean quick;

    @Option(names = "--chains", paramLabel = "N")
    private Optional<Integer> chains = Optional.empty();

    @Option(names = "--rounds", paramLabel = "N")
    private Optional<Integer> rounds = Optional.empty();

    @Option(names = "--documents", paramLabel = "1|100")
    private Optional<Integer> documents = Optional.empty();

    @Option(names = "--connections", paramLabel = "N", defaultValue = "64")
    private int connections;

    @Option(names = "--profile", paramLabel = "FILE")
    private Optional<Path> profile = Optional.empty();

    BenchCommand(Terminal terminal, Texts texts, Path root, InstantSource clock) {
        this.terminal = terminal;
        this.texts = texts;
        this.root = root;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var options = profile.map(
                        file -> List.of("-XX:StartFlightRecording:settings=profile,filename=" + file.toAbsolutePath()))
                .orElse(List.of());
        var report = measure(options);
        if (json) {
            terminal.print(report.json());
        } else {
            report.print(terminal, texts);
        }
        return report.isClean() ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private Report measure(List<String> options) {
        terminal.err().println(texts.of("starting", root.resolve("target").resolve("bench")));
        try (var server = BenchServer.start(root, options, clock)) {
            var now = clock.instant();
            var source = new SampleChains(now.toEpochMilli(), now);
            var keys = new SandboxKeys(server.home());
            var run = new Run(server.url(), server.sandbox(), connections);
            var modes = new ArrayList<ModeResult>();
            long nextChain = 1;
            for (var size : sizes()) {
                var mode = new ModeRun(size, source, nextChain, keys, run, server.meter(), terminal, texts);
                modes.add(mode.measure());
                nextChain = mode.nextChain();
            }
            return new Report(Machine.here(), connections, modes);
        }
    }

    /** At full length the warm-up takes about a minute, because the compiler shares the cores with everything else. */
    private List<ModeRun.Size> sizes() {
        var all = quick
                ? List.of(new ModeRun.Size(1, 2_000, 1_500, 2, 512), new ModeRun.Size(100, 8_000, 6_000, 2, 6_400))
                : List.of(new ModeRun.Size(1, 12_000, 4_000, 5, 512), new ModeRun.Size(100, 40_000, 20_000, 5, 6_400));
        return all.stream()
                .filter(size -> documents.isEmpty() || documents.get() == size.documentsPerMessage())
                .map(size -> size.with(chains, rounds))
                .toList();
    }
}
