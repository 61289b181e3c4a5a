package io.kouan.client.local;

import io.kouan.client.terminal.ExitCode;
import io.kouan.client.terminal.Failure;
import io.kouan.client.terminal.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the server; the first time, messages go through it as a client's would. */
@Command(name = "up")
public final class Up implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int LOG_LINES = 40;

    private final Terminal terminal;
    private final Home home;
    private final InstantSource clock;
    private final Callable<Integer> demo;

    @Option(names = "--no-demo")
    private boolean withoutDemo;

    /** Takes the demonstration that runs at the first start. */
    public Up(Terminal terminal, Home home, InstantSource clock, Callable<Integer> demo) {
        this.terminal = terminal;
        this.home = home;
        this.clock = clock;
        this.demo = demo;
    }

    @Override
    public Integer call() throws Exception {
        var running = Server.running(home);
        if (running.isPresent()) {
            terminal.note("up.already", running.get().url());
            await(running.get());
        } else {
            start();
        }
        if (!withoutDemo && !Files.exists(home.demoMark()) && Files.exists(home.sandboxFile())) {
            demo.call();
            mark();
        }
        Welcome.print(terminal, home);
        return ExitCode.OK;
    }

    private void start() {
        var jar = home.jar().orElseThrow(() -> Failure.refused("up.notbuilt"));
        if (!Health.isFree(home.port())) {
            throw Failure.refused("up.porttaken", String.valueOf(home.port()), String.valueOf(home.port() + 1));
        }
        terminal.note("up.starting", home.folder());
        var began = clock.instant();
        await(Server.start(home, jar));
        terminal.note("up.started", Duration.between(began, clock.instant()).toMillis() / 1000.0);
    }

    private void await(Server server) {
        switch (server.await(clock, PATIENCE)) {
            case READY -> {}
            case DIED -> {
                log();
                throw Failure.refused("up.died", home.logFile());
            }
            case SLOW -> {
                log();
                throw Failure.tryLater("up.slow", PATIENCE.toMinutes(), home.logFile());
            }
        }
    }

    private void log() {
        LogTail.of(home.logFile(), LOG_LINES).forEach(line -> terminal.err().println("  | " + line));
    }

    private void mark() {
        try {
            Files.createDirectories(home.demoMark().getParent());
            Files.writeString(home.demoMark(), clock.instant().toString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
