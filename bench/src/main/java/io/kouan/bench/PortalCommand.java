package io.kouan.bench;

import io.kouan.bench.portal.PortalBench;
import io.kouan.client.terminal.ExitCode;
import io.kouan.client.terminal.Terminal;
import io.kouan.client.terminal.Texts;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a server with fifty thousand enterprises and a hundred thousand tickets on this machine and prints how fast its pages are. */
@Command(name = "portal", mixinStandardHelpOptions = true)
final class PortalCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Texts texts;
    private final Path root;
    private final InstantSource clock;

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--enterprises", paramLabel = "N", defaultValue = "50000")
    private int enterprises;

    @Option(names = "--tickets", paramLabel = "N", defaultValue = "100000")
    private int tickets;

    @Option(names = "--clients", paramLabel = "N", defaultValue = "4")
    private int clients;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "100")
    private int rounds;

    @Option(names = "--profile", paramLabel = "FILE")
    private Optional<Path> profile = Optional.empty();

    PortalCommand(Terminal terminal, Texts texts, Path root, InstantSource clock) {
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
        try (var server = BenchServer.start(root, options, clock)) {
            var bench = new PortalBench(server.home(), server.url(), server.sandbox(), terminal, texts);
            return bench.run(enterprises, tickets, clients, rounds, json) ? ExitCode.OK : ExitCode.FINDINGS;
        }
    }
}
