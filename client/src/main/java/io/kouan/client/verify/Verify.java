package io.kouan.client.verify;

import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.Limits;
import io.kouan.ceb.message.MessageReader;
import io.kouan.ceb.message.Reading;
import io.kouan.ceb.signature.CertificateLookup;
import io.kouan.ceb.signature.SignatureVerifier;
import io.kouan.ceb.signature.Strictness;
import io.kouan.client.files.Input;
import io.kouan.client.files.Inputs;
import io.kouan.client.terminal.ExitCode;
import io.kouan.client.terminal.Failure;
import io.kouan.client.terminal.Progress;
import io.kouan.client.terminal.Terminal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Says whether signatures stand; if not, which of digest, value, certificate or algorithm failed. */
@Command(name = "verify")
public final class Verify implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final MessageReader READER = new MessageReader(Limits.STANDARD);

    private final Terminal terminal;
    private final InstantSource clock;

    @Mixin
    private final Inputs inputs = new Inputs();

    @Option(names = "--certificate", paramLabel = "FILE")
    private Optional<Path> certificate = Optional.empty();

    @Option(names = "--lenient")
    private boolean lenient;

    @Option(names = "--canonical")
    private boolean canonical;

    @Option(names = "--json")
    private boolean json;

    public Verify(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var all = inputs.list(terminal);
        if (canonical) {
            return canonical(all.getFirst());
        }
        var verifier = new SignatureVerifier(lenient ? Strictness.LENIENT : Strictness.STRICT, lookup());
        boolean allStand = true;
        try (var progress = new Progress(terminal, clock, all.size())) {
            for (Input input : all) {
                allStand &= one(input, verifier);
                progress.step();
            }
        }
        return allStand ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private boolean one(Input input, SignatureVerifier verifier) {
        var reading = READER.read(input.bytes());
        var report = switch (reading) {
            case Reading.Unreadable bad -> VerdictReport.unreadable(input.name(), bad.findings());
            case Reading.Read read -> VerdictReport.of(input.name(), verifier.verify(read), clock.instant());
        };
        if (json) {
            terminal.print(JSON.writeValueAsString(report.object()));
        } else {
            report.lines(terminal).forEach(terminal::print);
        }
        return report.stands();
    }

    private CertificateLookup lookup() {
        return certificate
                .map(CertificateFile::read)
                .<CertificateLookup>map(given -> keyName -> Optional.of(given))
                .orElse(CertificateLookup.NONE);
    }

    /** Exactly the bytes that the digest covers, for comparing with what another program computes. */
    private int canonical(Input input) {
        return switch (READER.read(input.bytes())) {
            case Reading.Read read -> {
                Bytes bytes = read.canonical();
                terminal.out().writeBytes(bytes.array());
                terminal.out().flush();
                yield ExitCode.OK;
            }
            case Reading.Unreadable bad ->
                throw Failure.refused(
                        "verify.unreadable",
                        input.name(),
                        bad.findings().getFirst().what(terminal.language()));
        };
    }
}
