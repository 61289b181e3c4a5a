package io.kouan.client.lint;

import io.kouan.ceb.envelope.DxpEnvelope;
import io.kouan.ceb.envelope.Opened;
import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.lint.Linter;
import io.kouan.ceb.message.Bytes;
import io.kouan.client.files.Input;
import io.kouan.client.files.Inputs;
import io.kouan.client.files.Workers;
import io.kouan.client.findings.FindingLines;
import io.kouan.client.terminal.ExitCode;
import io.kouan.client.terminal.Progress;
import io.kouan.client.terminal.Terminal;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Finds everything wrong with messages, with line and column, why, and what to do; also inside a DXP envelope. */
@Command(name = "lint")
public final class Lint implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Terminal terminal;
    private final InstantSource clock;
    private final AtomicInteger errors = new AtomicInteger();
    private final AtomicInteger warnings = new AtomicInteger();

    @Mixin
    private final Inputs inputs = new Inputs();

    @Option(names = "--json")
    private boolean json;

    public Lint(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var all = inputs.list(terminal);
        try (var progress = new Progress(terminal, clock, all.size())) {
            Workers.each(all, Runtime.getRuntime().availableProcessors(), input -> {
                report(input, findings(input.bytes()));
                progress.step();
                return true;
            });
        }
        terminal.note("lint.sum", all.size(), errors.get(), warnings.get());
        return errors.get() == 0 ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private static List<Finding> findings(Bytes bytes) {
        if (!DxpEnvelope.isEnvelope(bytes)) {
            return Linter.standard().lint(bytes).findings();
        }
        return switch (DxpEnvelope.open(bytes)) {
            case Opened.Message(var message) ->
                Linter.standard().lint(message.data()).findings();
            case Opened.Malformed(var findings) -> findings;
        };
    }

    private synchronized void report(Input input, List<Finding> findings) {
        findings.forEach(finding -> (finding.isError() ? errors : warnings).incrementAndGet());
        if (json) {
            var object = new LinkedHashMap<String, Object>();
            object.put("input", input.name());
            object.put("findings", findings.stream().map(FindingLines::object).toList());
            terminal.print(JSON.writeValueAsString(object));
        } else {
            findings.forEach(finding ->
                    FindingLines.of(input.name(), finding, terminal.language()).forEach(terminal::print));
        }
    }
}
