package io.kouan.client.activation;

import io.kouan.client.local.Home;
import io.kouan.client.terminal.ExitCode;
import io.kouan.client.terminal.Terminal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes the activation in that the service desk has issued (导入激活文件). */
@Command(name = "import")
public final class ImportCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Home home;
    private final InstantSource clock;
    private final Supplier<Optional<Computer>> computer;

    @Mixin
    private final ActivationFiles files = new ActivationFiles();

    @Parameters(paramLabel = "FILE", descriptionKey = "activation-file")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    public ImportCommand(Terminal terminal, Home home, InstantSource clock, Supplier<Optional<Computer>> computer) {
        this.terminal = terminal;
        this.home = home;
        this.clock = clock;
        this.computer = computer;
    }

    @Override
    public Integer call() {
        var installed = files.installed(home, computer);
        installed.activate(ActivationFiles.read(file), clock.instant()).ifPresent(refusal -> {
            throw ActivationFiles.failure(refusal, file, home.url());
        });
        StatusCommand.lines(installed.standing(clock.instant()), terminal).forEach(terminal::print);
        return ExitCode.OK;
    }
}
