package io.kouan.client.sign;

import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.Limits;
import io.kouan.ceb.message.MessageReader;
import io.kouan.ceb.message.Reading;
import io.kouan.ceb.signature.MessageSigner;
import io.kouan.ceb.signature.Signer;
import io.kouan.client.credentials.SigningKey;
import io.kouan.client.files.Durable;
import io.kouan.client.files.Input;
import io.kouan.client.files.Inputs;
import io.kouan.client.files.Workers;
import io.kouan.client.findings.FindingLines;
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

/** Signs messages: one to standard output, or many into a folder. */
@Command(name = "sign")
public final class Sign implements Callable<Integer> {

    private static final MessageReader READER = new MessageReader(Limits.STANDARD);

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
                one(input, signer);
                progress.step();
                return true;
            });
        }
        out.ifPresent(folder -> terminal.note("sign.sum", signed.get(), refused.get(), folder));
        return refused.get() == 0 ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private void one(Input input, Signer signer) {
        var unsigned = input.bytes();
        switch (READER.read(unsigned)) {
            case Reading.Unreadable bad -> {
                refused.incrementAndGet();
                bad.findings().stream()
                        .flatMap(finding -> FindingLines.of(input.name(), finding, terminal.language()).stream())
                        .forEach(terminal.err()::println);
            }
            case Reading.Read read
            when read.signature().isPresent() -> {
                refused.incrementAndGet();
                terminal.note("sign.already", input.name());
            }
            case Reading.Read read -> {
                keep(input, MessageSigner.sign(unsigned, signer));
                signed.incrementAndGet();
            }
        }
    }

    private void keep(Input input, Bytes message) {
        if (out.isPresent()) {
            Durable.write(out.get().resolve(input.relative()), message);
        } else {
            terminal.out().writeBytes(message.array());
            terminal.out().flush();
        }
    }
}
