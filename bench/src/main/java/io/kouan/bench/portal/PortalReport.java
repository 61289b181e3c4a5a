package io.kouan.bench.portal;

import io.kouan.bench.measure.Percentiles;
import io.kouan.bench.report.Machine;
import io.kouan.client.terminal.Table;
import io.kouan.client.terminal.Terminal;
import io.kouan.client.terminal.Texts;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/**
 * How fast the pages were.
 *
 * @param load the machine's load average when it ended, of everything that ran
 */
public record PortalReport(Machine machine, int enterprises, int tickets, int clients, double load, List<Line> lines) {

    /** What 95 of 100 requests have to stay below, in milliseconds. */
    public static final double GOAL = 200;

    public PortalReport {
        lines = List.copyOf(lines);
    }

    /** One page. */
    public record Line(String page, int requests, int failures, Percentiles milliseconds) {}

    boolean isClean() {
        return lines.stream().allMatch(line -> line.failures() == 0);
    }

    String json() {
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(this);
    }

    void print(Terminal terminal, Texts texts) {
        terminal.print("");
        terminal.print(texts.of(
                "machine",
                machine.processor(),
                machine.cores(),
                machine.memoryBytes() >> 30,
                machine.system(),
                machine.java()));
        terminal.print(texts.of("portal.what", enterprises, tickets, clients, number(load)));
        var table = new Table();
        table.row(texts.of("portal.page"), "p50", "p95", "p99", "max", texts.of("portal.requests"));
        for (Line line : lines) {
            var took = line.milliseconds();
            table.row(
                    (took.p95() < GOAL ? "  " : "! ") + line.page(),
                    number(took.p50()),
                    number(took.p95()),
                    number(took.p99()),
                    number(took.max()),
                    line.requests() + (line.failures() == 0 ? "" : texts.of("portal.failed", line.failures())));
        }
        table.lines().forEach(terminal::print);
        terminal.print(texts.of("portal.goal", number(GOAL)));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%,.1f" : "%,.0f", value);
    }
}
