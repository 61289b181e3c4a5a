package io.kouan.client.demo;

import io.kouan.ceb.sample.SampleChains;
import io.kouan.client.credentials.SandboxKeys;
import io.kouan.client.exchange.Answer;
import io.kouan.client.exchange.Exchange;
import io.kouan.client.files.Workers;
import io.kouan.client.local.Home;
import io.kouan.client.local.Sandbox;
import io.kouan.client.send.Delivery;
import io.kouan.client.terminal.ExitCode;
import io.kouan.client.terminal.Failure;
import io.kouan.client.terminal.Progress;
import io.kouan.client.terminal.Terminal;
import io.kouan.client.terminal.Waiting;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sends signed messages as four kinds of enterprises would, some deliberately wrong, and follows their receipts. */
@Command(name = "demo")
public final class Demo implements Callable<Integer> {

    private static final int PARALLEL = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN = Duration.ofMillis(300);

    private final Terminal terminal;
    private final Home home;
    private final InstantSource clock;
    private final Waiting waiting;

    @Option(
            names = {"-n", "--chains"},
            paramLabel = "N",
            defaultValue = "75")
    private int chains = 75;

    public Demo(Terminal terminal, Home home, InstantSource clock, Waiting waiting) {
        this.terminal = terminal;
        this.home = home;
        this.clock = clock;
        this.waiting = waiting;
    }

    @Override
    public Integer call() {
        var sandbox = Sandbox.of(home).orElseThrow(() -> Failure.usage("identity.nosandbox", home.sandboxFile()));
        var now = clock.instant();
        var keys = new SandboxKeys(home);
        terminal.note("demo.signing", chains);
        var messages = DemoPlan.of(new SampleChains(now.toEpochMilli(), now), chains, new Signing(keys::of));
        var fates = new Fates(messages);
        try (var parties = new Parties(home, sandbox, messages)) {
            skipOlder(parties);
            send(messages, parties, fates);
            follow(parties, fates);
        }
        new DemoReport(terminal, home).print(messages, fates);
        return fates.isSettled() ? ExitCode.OK : ExitCode.FINDINGS;
    }

    /** Receipts from before we begin belong to somebody else. */
    private static void skipOlder(Parties parties) {
        for (var party : parties.all()) {
            boolean more = true;
            while (more) {
                more = !party.news().isEmpty();
            }
        }
    }

    private void send(List<DemoMessage> messages, Parties parties, Fates fates) {
        terminal.note("demo.sending", messages.size(), home.url());
        try (var progress = new Progress(terminal, clock, messages.size())) {
            for (boolean late : new boolean[] {false, true}) {
                var wave = messages.stream().filter(one -> one.isLate() == late).toList();
                Workers.each(wave, PARALLEL, message -> {
                    send(message, parties.exchange(message.sender()), fates);
                    progress.step();
                    return true;
                });
            }
        }
    }

    private void send(DemoMessage message, Exchange exchange, Fates fates) {
        switch (new Delivery(exchange::send, clock, waiting, PATIENCE).deliver(message.signed())) {
            case Answer.Accepted accepted -> {}
            case Answer.Refused refused -> fates.refused(message);
            case Answer.Later later -> throw Failure.tryLater("exchange.later", home.url(), later.reason());
        }
    }

    private void follow(Parties parties, Fates fates) {
        terminal.note("demo.following");
        var last = clock.instant().plus(PATIENCE);
        while (!fates.isSettled() && clock.instant().isBefore(last)) {
            boolean quiet = true;
            for (var party : parties.all()) {
                var news = party.news();
                news.forEach(fates::note);
                quiet &= news.isEmpty();
            }
            if (quiet) {
                waiting.pass(BETWEEN);
            }
        }
    }
}
