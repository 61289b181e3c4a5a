package io.kouan.client.send;

import io.kouan.ceb.envelope.Sealing;
import io.kouan.ceb.message.Bytes;
import io.kouan.client.credentials.Identity;
import io.kouan.client.exchange.Answer;
import io.kouan.client.exchange.Exchange;
import io.kouan.client.files.Digest;
import io.kouan.client.files.Input;
import io.kouan.client.files.Inputs;
import io.kouan.client.files.Workers;
import io.kouan.client.local.Home;
import io.kouan.client.terminal.Failure;
import io.kouan.client.terminal.Progress;
import io.kouan.client.terminal.Terminal;
import io.kouan.client.terminal.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Hands signed messages in. What the port has acknowledged is written down before the next one goes out, so that the
 * same command after an interruption goes on where it stopped.
 */
@Command(name = "send")
public final class Send implements Callable<Integer> {

    private static final Set<String> SUITES = Set.of("SM2", "RSA");
    private static final int MOST_PARALLEL = 256;

    private final Terminal terminal;
    private final Home home;
    private final InstantSource clock;
    private final Waiting waiting;

    @Mixin
    private final Inputs inputs = new Inputs();

    @Mixin
    private final Identity identity = new Identity();

    @Option(
            names = {"-p", "--parallel"},
            paramLabel = "N",
            defaultValue = "1")
    private int parallel;

    @Option(names = {"-e", "--envelope"})
    private boolean envelope;

    @Option(names = "--sealed")
    private boolean sealed;

    @Option(names = "--seal-suite", paramLabel = "SM2|RSA", defaultValue = "SM2")
    private String sealSuite = "SM2";

    @Option(names = "--journal", paramLabel = "FILE")
    private Optional<Path> journal = Optional.empty();

    @Option(names = "--patience", paramLabel = "SECONDS", defaultValue = "60")
    private long patience;

    @Option(names = "--json")
    private boolean json;

    public Send(Terminal terminal, Home home, InstantSource clock, Waiting waiting) {
        this.terminal = terminal;
        this.home = home;
        this.clock = clock;
        this.waiting = waiting;
    }

    @Override
    public Integer call() {
        if (parallel < 1 || parallel > MOST_PARALLEL) {
            throw Failure.usage("send.parallel", MOST_PARALLEL);
        }
        var all = inputs.list(terminal);
        var report = new SentReport(terminal, json);
        var path = journal.orElseGet(() -> home.folder().resolve("send").resolve(identity.label(home) + ".jsonl"));
        try (var exchange = new Exchange(identity.channel(home), terminal.language());
                var done = new SendJournal(path);
                var progress = new Progress(terminal, clock, all.size())) {
            var delivery = new Delivery(hand(exchange), clock, waiting, Duration.ofSeconds(patience));
            Workers.each(all, parallel, input -> {
                var sent = one(input, delivery, done);
                report.add(sent);
                progress.step();
                // what is unreachable for one message is unreachable for the next one
                return !(sent instanceof Sent.Undelivered);
            });
        }
        return report.finish(all.size());
    }

    /** Sealed anew for each attempt: for the port it stays the same message, for it counts what is inside. */
    private Function<Bytes, Answer> hand(Exchange exchange) {
        if (!sealed) {
            return exchange::send;
        }
        if (!SUITES.contains(sealSuite)) {
            throw Failure.usage("send.suite", sealSuite);
        }
        var port = exchange.sealingCertificate(sealSuite);
        return message -> exchange.sendSealed(Sealing.seal(message, port));
    }

    private Sent one(Input input, Delivery delivery, SendJournal done) {
        var message = input.bytes();
        var content = Digest.of(message);
        var before = done.ack(content);
        if (before.isPresent()) {
            return new Sent.Before(input.name(), before.get());
        }
        var outgoing = envelope ? Envelope.of(message, done.begun(content, clock.instant())) : Optional.of(message);
        return outgoing.map(bytes -> deliver(input, content, bytes, delivery, done))
                .orElseGet(() -> new Sent.Unreadable(input.name()));
    }

    private static Sent deliver(Input input, String content, Bytes bytes, Delivery delivery, SendJournal done) {
        return switch (delivery.deliver(bytes)) {
            case Answer.Accepted(var ack) -> {
                done.accepted(content, ack);
                yield new Sent.Accepted(input.name(), ack);
            }
            case Answer.Refused(var problem) -> new Sent.Refused(input.name(), problem);
            case Answer.Later(var after, var reason) -> new Sent.Undelivered(input.name(), reason);
        };
    }
}
