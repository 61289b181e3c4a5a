package io.kouan.client.local;

import io.kouan.client.terminal.ExitCode;
import io.kouan.client.terminal.Failure;
import io.kouan.client.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stops the server and its database; the data stay. */
@Command(name = "stop")
public final class Stop implements Callable<Integer> {

    private final Terminal terminal;
    private final Home home;

    public Stop(Terminal terminal, Home home) {
        this.terminal = terminal;
        this.home = home;
    }

    @Override
    public Integer call() {
        var running = Server.running(home);
        if (running.isPresent() && !running.get().stop()) {
            throw Failure.tryLater("stop.stubborn", String.valueOf(running.get().pid()));
        }
        LeftDatabase.stop(home);
        terminal.note(running.isPresent() ? "stop.done" : "stop.nothing");
        return ExitCode.OK;
    }
}
