package io.kouan.client.local;

import io.kouan.client.terminal.ExitCode;
import io.kouan.client.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The last lines of the server's log. */
@Command(name = "logs")
public final class Logs implements Callable<Integer> {

    private final Terminal terminal;
    private final Home home;

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "200",
            paramLabel = "N")
    private int lines;

    public Logs(Terminal terminal, Home home) {
        this.terminal = terminal;
        this.home = home;
    }

    @Override
    public Integer call() {
        LogTail.of(home.logFile(), lines).forEach(terminal::print);
        terminal.note("logs.where", home.logFile());
        return ExitCode.OK;
    }
}
