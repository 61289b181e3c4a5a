package io.kouan.client.local;

import io.kouan.client.terminal.ExitCode;
import io.kouan.client.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Whether the server runs, where it listens and who can sign in. */
@Command(name = "status")
public final class Status implements Callable<Integer> {

    private final Terminal terminal;
    private final Home home;

    public Status(Terminal terminal, Home home) {
        this.terminal = terminal;
        this.home = home;
    }

    @Override
    public Integer call() {
        var running = Server.running(home);
        if (running.isEmpty()) {
            terminal.print(terminal.text("status.stopped", home.folder()));
            return ExitCode.TRY_LATER;
        }
        var server = running.get();
        var up = Health.isUp(server.url());
        terminal.print(terminal.text(
                up ? "status.up" : "status.notready", server.url(), String.valueOf(server.pid()), home.folder()));
        Welcome.print(terminal, home);
        return up ? ExitCode.OK : ExitCode.TRY_LATER;
    }
}
