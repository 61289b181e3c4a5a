package io.kouan.client.agent;

import io.kouan.client.local.Home;
import io.kouan.client.terminal.ExitCode;
import io.kouan.client.terminal.Failure;
import io.kouan.client.terminal.Table;
import io.kouan.client.terminal.Terminal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Holds software cards and lets the port's sign-in page have its challenge signed, until it is ended. */
@Command(name = "agent")
public final class Agent implements Callable<Integer> {

    static final int USUAL_PORT = 61233;

    private final Terminal terminal;
    private final Home home;

    @Option(names = "--cards", paramLabel = "FOLDER")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--origin", paramLabel = "URL")
    private List<String> origins = List.of();

    @Option(names = "--port", paramLabel = "PORT")
    private int port = USUAL_PORT;

    public Agent(Terminal terminal, Home home) {
        this.terminal = terminal;
        this.home = home;
    }

    @Override
    public Integer call() {
        var cards = new CardFolder(folder(folder, home));
        var allowed = allowed();
        try (var server = AgentServer.start(port, cards, allowed)) {
            terminal.print(
                    terminal.text("agent.ready", "http://127.0.0.1:" + server.port(), String.join(", ", allowed)));
            var table = new Table();
            cards.list()
                    .forEach(card -> table.row(card.id(), card.holder(), card.enterprise(), card.until(), card.left()));
            table.lines().forEach(terminal::print);
            terminal.print(terminal.text("agent.end"));
            new CountDownLatch(1).await();
        } catch (IOException taken) {
            throw Failure.refused("agent.port", String.valueOf(port));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.OK;
    }

    /** The folder that was named, else that of the local sandbox. */
    static Path folder(Optional<Path> named, Home home) {
        return named.orElseGet(() -> home.sandboxFile().resolveSibling("cards"));
    }

    /** The pages of the local sandbox, under both names of this machine, where no others are named. */
    private Set<String> allowed() {
        var named = origins.isEmpty() ? List.of(home.url(), home.url().replace("//localhost", "//127.0.0.1")) : origins;
        var allowed = new LinkedHashSet<String>();
        named.forEach(text -> allowed.add(origin(text)));
        return allowed;
    }

    private static String origin(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        try {
            var uri = URI.create(lower);
            var origin = uri.getScheme() + "://" + uri.getAuthority();
            if (lower.equals(origin) || lower.equals(origin + "/")) {
                return origin;
            }
        } catch (IllegalArgumentException malformed) {
            throw Failure.usage("agent.origin", text);
        }
        throw Failure.usage("agent.origin", text);
    }
}
