package io.kouan.client.road;

import io.kouan.client.local.Home;
import io.kouan.client.local.Sandbox;
import io.kouan.client.terminal.ExitCode;
import io.kouan.client.terminal.Failure;
import io.kouan.client.terminal.Terminal;
import io.kouan.client.terminal.Waiting;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Walks a newcomer's whole road against the running sandbox and tells each step with its time. */
@Command(name = "road")
public final class RoadDemo implements Callable<Integer> {

    @Option(names = "--agent")
    private boolean agent;

    @Option(names = "--guided")
    private boolean guided;

    private final Terminal terminal;
    private final Home home;
    private final InstantSource clock;
    private final Waiting waiting;

    public RoadDemo(Terminal terminal, Home home, InstantSource clock, Waiting waiting) {
        this.terminal = terminal;
        this.home = home;
        this.clock = clock;
        this.waiting = waiting;
    }

    @Override
    public Integer call() {
        var sandbox = Sandbox.of(home).orElseThrow(() -> Failure.usage("identity.nosandbox", home.sandboxFile()));
        var begun = clock.instant();
        var last = new Instant[] {begun};
        try (var road = new Road(
                home,
                sandbox,
                () -> new Pages(URI.create(home.url())),
                clock,
                waiting,
                agent ? Traveller.AGENT : Traveller.NEWCOMER,
                guided)) {
            terminal.print(terminal.text("road.begin", road.enterprise()));
            var released = road.walk((step, hands) -> {
                var now = clock.instant();
                terminal.print(
                        "  %-8s %6s  %s".formatted(step, seconds(last[0], now), terminal.text("road.step." + step)));
                last[0] = now;
            });
            terminal.print(terminal.text(
                    "road.end",
                    seconds(begun, clock.instant()),
                    released.type(),
                    released.messageId().orElse("")));
        }
        return ExitCode.OK;
    }

    private static String seconds(Instant from, Instant to) {
        return "%.1f s".formatted(Duration.between(from, to).toMillis() / 1000.0);
    }
}
