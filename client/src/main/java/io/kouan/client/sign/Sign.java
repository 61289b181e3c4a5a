package io.kouan.client.sign;

import io.kouan.ceb.message.Bytes;
import io.kouan.client.credentials.SigningKey;
import io.kouan.client.files.Durable;
import io.kouan.client.files.Input;
import io.kouan.client.files.Inputs;
import io.kouan.client.files.Workers;
import io.kouan.client.local.Home;
import io.kouan.client.terminal.ExitCode;
import io.kouan.client.terminal.Failure;
import io.kouan.client.terminal.Progress;
import io.kouan.client.terminal.Terminal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Signs messages: one to standard output, or many into a folder. */
@Command(name = "sign")
public final class Sign implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Terminal terminal;
    private final Home home;
    private final InstantSource clock;
    private final AtomicInteger signed = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    @Mixin
    private final Inputs inputs = new Inputs();

    @Mixin
    private final SigningKey key = new SigningKey();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FOLDER")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--json")
    private boolean json;

    public Sign(Terminal terminal, Home home, InstantSource clock) {
        this.terminal = terminal;
        this.home = home;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var all = inputs.list(terminal);
        if (all.size() > 1 && out.isEmpty()) {
            throw Failure.usage("sign.out", all.size());
        }
        var signer = key.load(home);
        try (var progress = new Progress(terminal, clock, all.size())) {
            Workers.each(all, Runtime.getRuntime().availableProcessors(), input -> {
                report(input, SignResult.of(input.bytes(), signer));
                progress.step();
                return true;
            });
        }
        out.ifPresent(folder -> terminal.note("sign.sum", signed.get(), refused.get(), folder));
        return refused.get() == 0 ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private void report(Input input, SignResult result) {
        if (result instanceof SignResult.Signed(var message)) {
            signed.incrementAndGet();
            keep(input, message);
        } else {
            refused.incrementAndGet();
        }
        if (json) {
            print(JSON.writeValueAsString(
                    result.object(input.name(), out.map(folder -> folder.resolve(input.relative())))));
        } else {
            result.lines(input.name(), terminal).forEach(terminal.err()::println);
        }
    }

    private void keep(Input input, Bytes message) {
        if (out.isPresent()) {
            Durable.write(out.get().resolve(input.relative()), message);
        } else if (!json) {
            terminal.out().writeBytes(message.array());
            terminal.out().flush();
        }
    }

    /** One whole line, whichever thread has it. */
    private synchronized void print(String line) {
        terminal.print(line);
    }
}
