package io.kouan.bench.report;

import io.kouan.bench.measure.Percentiles;
import io.kouan.bench.measure.Spread;
import io.kouan.client.terminal.Table;
import io.kouan.client.terminal.Terminal;
import io.kouan.client.terminal.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** All figures of one run. */
public record Report(Machine machine, int connections, List<ModeResult> modes) {

    public Report {
        modes = List.copyOf(modes);
    }

    public boolean isClean() {
        return modes.stream().allMatch(mode -> mode.complaints().isEmpty());
    }

    public String json() {
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(this);
    }

    /** As a table, one column for each size of messages. */
    public void print(Terminal terminal, Texts texts) {
        terminal.print("");
        terminal.print(texts.of(
                "machine",
                machine.processor(),
                machine.cores(),
                machine.memoryBytes() >> 30,
                machine.system(),
                machine.java()));
        var table = new Table();
        row(table, texts.of("documents.per.message"), mode -> String.valueOf(mode.documentsPerMessage()));
        row(table, texts.of("signed"), mode -> number(mode.signedPerSecond()));
        row(table, texts.of("accepted"), mode -> spread(mode.documentsAccepted()));
        row(table, texts.of("judged"), mode -> spread(mode.chainsJudged()));
        row(table, texts.of("ratio"), mode -> number(mode.timesTheFloor()) + " x");
        row(table, texts.of("latency.full"), mode -> latency(mode.full()));
        row(
                table,
                texts.of("latency.steady"),
                mode -> latency(mode.steady()) + texts.of("at", number(mode.steadyRate())));
        row(
                table,
                texts.of("cpu"),
                mode -> texts.of(
                        "cpu.parts",
                        number(mode.cpuMicros().total()),
                        number(mode.cpuMicros().server()),
                        number(mode.cpuMicros().database()),
                        number(mode.cpuMicros().generator())));
        row(table, texts.of("others"), mode -> number(mode.othersShare() * 100) + " %");
        row(
                table,
                texts.of("memory"),
                mode -> texts.of(
                        "memory.parts",
                        mode.memory().server() >> 20,
                        mode.memory().database() >> 20));
        row(table, texts.of("receipts"), mode -> number((double) mode.receiptsChecked()));
        table.lines().forEach(terminal::print);
        modes.forEach(mode -> mode.complaints().forEach(line -> terminal.print("  ! " + line)));
    }

    private void row(Table table, String label, Function<ModeResult, String> cell) {
        var cells = new Object[modes.size() + 1];
        cells[0] = label;
        for (int i = 0; i < modes.size(); i++) {
            cells[i + 1] = cell.apply(modes.get(i));
        }
        table.row(cells);
    }

    private static String spread(Spread spread) {
        return number(spread.min()) + " / " + number(spread.median()) + " / " + number(spread.max());
    }

    private static String latency(Percentiles percentiles) {
        return number(percentiles.p50()) + " / " + number(percentiles.p95()) + " / " + number(percentiles.p99());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%,.1f" : "%,.0f", value);
    }
}
