package io.kouan.client.activation;

import io.kouan.ceb.certificate.Certificates;
import io.kouan.ceb.licence.Licence;
import io.kouan.client.credentials.SigningKey;
import io.kouan.client.files.Durable;
import io.kouan.client.local.Home;
import io.kouan.client.terminal.ExitCode;
import io.kouan.client.terminal.Failure;
import io.kouan.client.terminal.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes the licence in and writes the file with which this computer asks to be activated (导出激活文件). */
@Command(name = "request")
public final class RequestCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Home home;
    private final InstantSource clock;
    private final Supplier<Optional<Computer>> computer;

    @Mixin
    private final ActivationFiles files = new ActivationFiles();

    @Mixin
    private final SigningKey card = new SigningKey();

    @Option(names = "--licence", paramLabel = "FILE")
    private Optional<Path> licence = Optional.empty();

    @Option(names = "--issuer", paramLabel = "FILE")
    private Optional<Path> issuer = Optional.empty();

    @Option(names = "--medium", paramLabel = "UKEY|IC")
    private Medium medium = Medium.UKEY;

    @Option(names = "--out", paramLabel = "FILE")
    private Optional<Path> out = Optional.empty();

    /** 加密介质, the options of {@code card_medium}. */
    enum Medium {
        UKEY,
        IC
    }

    public RequestCommand(Terminal terminal, Home home, InstantSource clock, Supplier<Optional<Computer>> computer) {
        this.terminal = terminal;
        this.home = home;
        this.clock = clock;
        this.computer = computer;
    }

    @Override
    public Integer call() {
        var installed = files.installed(home, computer);
        issuer.or(() -> installed.issuer().isPresent() ? Optional.empty() : ofThisInstallation())
                .ifPresent(file -> trust(installed, file));
        licence.ifPresent(file -> take(installed, file));
        var held = installed.licence().orElseThrow(() -> failure(installed));
        var key = card.load(home);
        Installed.refusal(held, key).ifPresent(refusal -> {
            throw ActivationFiles.failure(refusal, held.holder().name(), held.number());
        });
        var target = out.orElseGet(() -> Path.of(held.number() + ".req"));
        Durable.write(target, installed.request(held, key, medium.name(), version(), clock.instant()));
        terminal.print(terminal.text("activation.written", target, held.number()));
        return ExitCode.OK;
    }

    private void take(Installed installed, Path file) {
        installed.take(ActivationFiles.read(file), clock.instant()).ifPresent(refusal -> {
            throw ActivationFiles.failure(refusal, file, home.url());
        });
    }

    private Failure failure(Installed installed) {
        return ActivationFiles.failure(
                installed.issuer().isEmpty() ? Installed.Refusal.NO_ISSUER : Installed.Refusal.NO_LICENCE,
                "",
                home.url());
    }

    /** The sandbox on this machine shows its own. */
    private Optional<Path> ofThisInstallation() {
        return Optional.of(home.folder().resolve("port").resolve("licence.cer")).filter(Files::isRegularFile);
    }

    private static void trust(Installed installed, Path file) {
        installed.trust(Certificates.parse(ActivationFiles.read(file))
                .orElseThrow(() -> Failure.usage("verify.nocertificate", file)));
    }

    private static String version() {
        return Optional.ofNullable(Licence.class.getPackage().getImplementationVersion())
                .map(version -> version.substring(0, Math.min(version.length(), 20)))
                .orElse("0");
    }
}
