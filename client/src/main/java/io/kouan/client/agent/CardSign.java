package io.kouan.client.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kouan.ceb.signature.CardChallenge;
import io.kouan.client.local.Home;
import io.kouan.client.local.Sandbox;
import io.kouan.client.terminal.ExitCode;
import io.kouan.client.terminal.Failure;
import io.kouan.client.terminal.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Signs a challenge that was carried here by hand, and prints the answer to carry back. */
@Command(name = "card-sign")
public final class CardSign implements Callable<Integer> {

    private static final int LONGEST = 4096;

    private final Terminal terminal;
    private final Home home;

    @Parameters(paramLabel = "FILE", arity = "0..1")
    private Optional<Path> challenge = Optional.empty();

    @Option(names = "--cards", paramLabel = "FOLDER")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--card", paramLabel = "FILE")
    private Optional<String> card = Optional.empty();

    @Option(names = "--pin-file", paramLabel = "FILE")
    private Optional<Path> pinFile = Optional.empty();

    public CardSign(Terminal terminal, Home home) {
        this.terminal = terminal;
        this.home = home;
    }

    @Override
    public Integer call() {
        var cards = new CardFolder(Agent.folder(folder, home));
        var all = cards.list();
        var chosen = card.or(() -> all.stream().findFirst().map(CardFolder.Shown::id))
                .orElseThrow(() -> Failure.usage("cardsign.nocard", Agent.folder(folder, home)));
        var text = text();
        // who asks is in the challenge itself: here a person has to look at it, since no browser says where it came
        // from
        var port = CardChallenge.parse(text)
                .map(CardChallenge::port)
                .orElseThrow(() -> Failure.refused("cardsign.nochallenge"));
        terminal.note("cardsign.port", port, chosen);
        return switch (cards.sign(chosen, pin(chosen), text, port)) {
            case SignResult.Signed(var answer) -> {
                terminal.print(answer);
                yield ExitCode.OK;
            }
            case SignResult.NoCard _ -> throw Failure.usage("cardsign.nocard", Agent.folder(folder, home));
            case SignResult.WrongPin(int left) -> throw Failure.refused("cardsign.pin", left);
            case SignResult.NoChallenge _ -> throw Failure.refused("cardsign.nochallenge");
        };
    }

    private String text() {
        try {
            var bytes = challenge.isPresent()
                    ? Files.readAllBytes(challenge.get())
                    : terminal.in().readNBytes(LONGEST);
            return new String(bytes, UTF_8).replace("\r\n", "\n");
        } catch (IOException unreadable) {
            throw Failure.usage(
                    "files.unreadable",
                    challenge.map(Path::toString).orElse("-"),
                    unreadable.getClass().getSimpleName());
        }
    }

    private String pin(String id) {
        if (pinFile.isPresent()) {
            try (var lines = Files.lines(pinFile.get())) {
                return lines.findFirst().orElse("").strip();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Optional.ofNullable(System.getenv("KOUAN_PIN"))
                .or(() -> Sandbox.of(home).flatMap(sandbox -> sandbox.pinOf("cards/" + id)))
                .orElseThrow(() -> Failure.usage("key.nopin"));
    }
}
