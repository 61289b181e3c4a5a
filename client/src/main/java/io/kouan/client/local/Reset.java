package io.kouan.client.local;

import io.kouan.client.terminal.ExitCode;
import io.kouan.client.terminal.Failure;
import io.kouan.client.terminal.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Throws all data away; asks first. */
@Command(name = "reset")
public final class Reset implements Callable<Integer> {

    private final Terminal terminal;
    private final Home home;

    @Option(names = {"-y", "--yes"})
    private boolean sure;

    public Reset(Terminal terminal, Home home) {
        this.terminal = terminal;
        this.home = home;
    }

    @Override
    public Integer call() {
        if (!sure && !isConfirmed()) {
            throw Failure.usage("reset.kept");
        }
        new Stop(terminal, home).call();
        home.clear();
        terminal.note("reset.done", home.folder());
        return ExitCode.OK;
    }

    private boolean isConfirmed() {
        terminal.err().print(terminal.text("reset.ask", home.folder()) + " ");
        terminal.err().flush();
        try {
            var line = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8)).readLine();
            return line != null && line.strip().toLowerCase(Locale.ROOT).matches("y|yes|是|好");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
