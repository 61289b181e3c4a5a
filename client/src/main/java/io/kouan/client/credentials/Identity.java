package io.kouan.client.credentials;

import io.kouan.client.exchange.Exchange;
import io.kouan.client.files.Digest;
import io.kouan.client.local.Home;
import io.kouan.client.local.Sandbox;
import io.kouan.client.terminal.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Who we are: an enterprise of the local sandbox by code or role, or one with its own channel and key. */
public final class Identity {

    @Option(names = "--as", paramLabel = "CODE|ROLE", descriptionKey = "as")
    private Optional<String> as = Optional.empty();

    @Option(names = "--url", paramLabel = "URL", descriptionKey = "url")
    private Optional<String> url = Optional.empty();

    @Option(names = "--api-key-file", paramLabel = "FILE", descriptionKey = "api-key-file")
    private Optional<Path> apiKeyFile = Optional.empty();

    @Option(names = "--api-key", paramLabel = "KEY", descriptionKey = "api-key")
    private Optional<String> apiKey = Optional.empty();

    /** The channel to the port. */
    public Exchange.Channel channel(Home home) {
        return new Exchange.Channel(url(home), key(home));
    }

    /** The enterprise of the sandbox, where {@code --as} names one. */
    public Optional<Sandbox.Enterprise> enterprise(Home home) {
        return as.map(name -> enterprise(home, name));
    }

    static Sandbox.Enterprise enterprise(Home home, String codeOrRole) {
        var file = home.sandboxFile();
        return Sandbox.of(home)
                .orElseThrow(() -> Failure.usage("identity.nosandbox", file))
                .enterprise(codeOrRole)
                .orElseThrow(() -> Failure.usage("identity.unknown", codeOrRole, file));
    }

    /** A name for files that belong to this channel; tells nothing about the key. */
    public String label(Home home) {
        return enterprise(home)
                .map(Sandbox.Enterprise::dxpId)
                .orElseGet(() -> "channel-" + Digest.of(key(home)).substring(0, 8));
    }

    private String url(Home home) {
        var given = url.or(() -> environment("KOUAN_URL")).orElseGet(home::url);
        return given.endsWith("/") ? given.substring(0, given.length() - 1) : given;
    }

    private String key(Home home) {
        return apiKey.or(() -> apiKeyFile.map(Identity::firstLine))
                .or(() -> environment("KOUAN_API_KEY"))
                .or(() -> enterprise(home).map(Sandbox.Enterprise::apiKey))
                .orElseThrow(() -> Failure.usage("identity.nokey"));
    }

    static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(text -> !text.isBlank());
    }

    static String firstLine(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .findFirst()
                    .orElse("");
        } catch (IOException unreadable) {
            throw Failure.usage("files.unreadable", file, unreadable.getClass().getSimpleName());
        }
    }
}
