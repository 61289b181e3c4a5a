package io.kouan.client.activation;

import io.kouan.ceb.licence.Licence;
import io.kouan.client.activation.Installed.Standing;
import io.kouan.client.local.Home;
import io.kouan.client.terminal.ExitCode;
import io.kouan.client.terminal.Terminal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says whether the client is activated on this computer: 需要激活 or 已激活. */
@Command(name = "status")
public final class StatusCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Home home;
    private final InstantSource clock;
    private final Supplier<Optional<Computer>> computer;

    @Mixin
    private final ActivationFiles files = new ActivationFiles();

    public StatusCommand(Terminal terminal, Home home, InstantSource clock, Supplier<Optional<Computer>> computer) {
        this.terminal = terminal;
        this.home = home;
        this.clock = clock;
        this.computer = computer;
    }

    @Override
    public Integer call() {
        var standing = files.installed(home, computer).standing(clock.instant());
        lines(standing, terminal).forEach(terminal::print);
        return standing instanceof Standing.Activated ? ExitCode.OK : ExitCode.FINDINGS;
    }

    static List<String> lines(Standing standing, Terminal terminal) {
        return switch (standing) {
            case Standing.NoLicence() -> List.of(terminal.text("activation.nolicence"));
            case Standing.Needed(var licence, var obstacle) -> {
                var lines = new ArrayList<>(List.of(terminal.text("activation.needed"), licence(licence, terminal)));
                obstacle.ifPresent(one -> lines.add(
                        terminal.text("activation.obstacle." + one.name().toLowerCase(Locale.ROOT))));
                lines.add(terminal.text("activation.needed.cure"));
                yield lines;
            }
            case Standing.Activated(var licence, var activation) ->
                List.of(
                        terminal.text("activation.activated"),
                        licence(licence, terminal),
                        terminal.text(
                                "activation.card",
                                activation.certificate().toUpperCase(Locale.ROOT),
                                activation.until().toString()));
        };
    }

    private static String licence(Licence licence, Terminal terminal) {
        return terminal.text(
                "activation.licence", licence.number(), licence.holder().name(), licence.dxpId());
    }
}
