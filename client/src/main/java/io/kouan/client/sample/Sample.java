package io.kouan.client.sample;

import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.sample.Defect;
import io.kouan.ceb.sample.SampleChain;
import io.kouan.ceb.signature.MessageSigner;
import io.kouan.client.credentials.SandboxKeys;
import io.kouan.client.files.Durable;
import io.kouan.client.local.Home;
import io.kouan.client.terminal.ExitCode;
import io.kouan.client.terminal.Failure;
import io.kouan.client.terminal.Progress;
import io.kouan.client.terminal.Terminal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Writes sample messages: one to standard output, or whole chains into a folder per sender. */
@Command(name = "sample")
public final class Sample implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Terminal terminal;
    private final Home home;
    private final InstantSource clock;

    @Option(names = "--type", paramLabel = "CEB621")
    private Optional<String> type = Optional.empty();

    @Option(names = "--mode", paramLabel = "9610|1210", defaultValue = "1210")
    private String mode = "1210";

    @Option(
            names = {"-n", "--chains"},
            paramLabel = "N",
            defaultValue = "1")
    private int chains;

    @Option(names = "--seed", paramLabel = "NUMBER")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--defect", paramLabel = "NAME")
    private Optional<Defect> defect = Optional.empty();

    @Option(names = "--without", paramLabel = "CEB411")
    private Optional<String> without = Optional.empty();

    @Option(names = "--export")
    private boolean export;

    @Option(names = "--sign")
    private boolean sign;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FOLDER")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--json")
    private boolean json;

    public Sample(Terminal terminal, Home home, InstantSource clock) {
        this.terminal = terminal;
        this.home = home;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (type.isEmpty() == out.isEmpty()) {
            throw Failure.usage("sample.what");
        }
        var now = clock.instant();
        var parts = new SampleParts(seed.orElse(now.getEpochSecond()), now, bonded(), defect);
        return out.map(folder -> write(parts, folder)).orElseGet(() -> print(parts));
    }

    private boolean bonded() {
        return switch (mode) {
            case "9610" -> false;
            case "1210" -> true;
            default -> throw Failure.usage("sample.mode", mode);
        };
    }

    private int print(SampleParts parts) {
        var wanted = type.orElseThrow().toUpperCase(Locale.ROOT);
        var part = parts.all(1)
                .filter(one -> one.type().equals(wanted))
                .findFirst()
                .orElseThrow(() -> Failure.usage("sample.type", wanted));
        var message = SampleMessage.of(List.of(part));
        var bytes = finished(message, new SandboxKeys(home));
        if (json) {
            report(message, "message", new String(bytes.array(), StandardCharsets.UTF_8));
        } else {
            terminal.out().writeBytes(bytes.array());
            terminal.out().flush();
        }
        return ExitCode.OK;
    }

    private int write(SampleParts parts, Path folder) {
        var keys = new SandboxKeys(home);
        try (var progress = new Progress(terminal, clock, chains)) {
            LongStream.rangeClosed(1, chains).parallel().forEach(number -> {
                for (var part : chain(parts, number)) {
                    var message = SampleMessage.of(List.of(part));
                    var file = folder.resolve(message.sender().customsCode())
                            .resolve("%06d-%s.xml".formatted(number, message.type()));
                    Durable.write(file, finished(message, keys));
                    if (json) {
                        report(message, "file", file.toString());
                    }
                }
                progress.step();
            });
        }
        terminal.note("sample.sum", chains, folder);
        return ExitCode.OK;
    }

    /** One whole line, whichever thread has it. */
    private synchronized void report(SampleMessage message, String key, String value) {
        var object = new LinkedHashMap<String, Object>();
        object.put("type", message.type());
        object.put("id", message.id());
        object.put("sender", message.sender().customsCode());
        object.put("signed", sign);
        object.put(key, value);
        terminal.print(JSON.writeValueAsString(object));
    }

    /** Without the document that should be missing. */
    private List<SampleChain.Part> chain(SampleParts parts, long number) {
        var all = export ? parts.exported(number) : parts.imported(number);
        return all.stream()
                .filter(part -> without.filter(part.type()::equalsIgnoreCase).isEmpty())
                .toList();
    }

    private Bytes finished(SampleMessage message, SandboxKeys keys) {
        return sign
                ? MessageSigner.sign(
                        message.unsigned(), keys.of(message.sender().customsCode()))
                : message.unsigned();
    }
}
