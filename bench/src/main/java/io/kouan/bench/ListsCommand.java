package io.kouan.bench;

import io.kouan.bench.lists.ListsBench;
import io.kouan.bench.lists.ListsBench.Row;
import io.kouan.bench.lists.LongJournal;
import io.kouan.bench.lists.Visits;
import io.kouan.bench.report.Machine;
import io.kouan.client.terminal.ExitCode;
import io.kouan.client.terminal.Table;
import io.kouan.client.terminal.Terminal;
import io.kouan.client.terminal.Texts;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Fills a journal with a million messages and measures how long lists, filters, deep pages and the overview take. */
@Command(name = "lists", mixinStandardHelpOptions = true)
final class ListsCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Terminal terminal;
    private final Texts texts;
    private final Path root;
    private final InstantSource clock;

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--rows", paramLabel = "N", defaultValue = "1000000")
    private int rows;

    @Option(names = "--times", paramLabel = "N", defaultValue = "100")
    private int times;

    ListsCommand(Terminal terminal, Texts texts, Path root, InstantSource clock) {
        this.terminal = terminal;
        this.texts = texts;
        this.root = root;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        terminal.err().println(texts.of("starting", root.resolve("target").resolve("bench")));
        try (var server = BenchServer.start(root, List.of(), clock)) {
            terminal.err().println(texts.of("lists.filling", rows));
            LongJournal.fill(server.home().folder(), rows);
            var measured = new ListsBench(server.url(), server.sandbox(), times)
                    .measure(
                            rows,
                            Visits.today(clock),
                            login -> terminal.err().println(texts.of("lists.reading", login)));
            print(measured);
        }
        return ExitCode.OK;
    }

    private void print(List<Row> measured) {
        if (json) {
            terminal.print(JSON.writeValueAsString(Map.of("rows", rows, "times", times, "pages", measured)));
            return;
        }
        var machine = Machine.here();
        terminal.print(texts.of(
                "machine",
                machine.processor(),
                machine.cores(),
                machine.memoryBytes() >> 30,
                machine.system(),
                machine.java()));
        var table = new Table().row(texts.of("lists.page"), "", "p50 ms", "p95 ms", "max ms");
        for (Row row : measured) {
            var figures = row.milliseconds();
            table.row(
                    texts.of(row.page()),
                    row.login(),
                    shown(figures.p50()),
                    shown(figures.p95()),
                    shown(figures.max()));
        }
        table.lines().forEach(terminal::print);
    }

    private static String shown(double milliseconds) {
        return String.format(Locale.ROOT, "%.1f", milliseconds);
    }
}
