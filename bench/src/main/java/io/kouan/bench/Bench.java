package io.kouan.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kouan.client.Commands;
import io.kouan.client.terminal.Terminal;
import io.kouan.client.terminal.Texts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import picocli.CommandLine;

/** {@code ./kouan bench}. */
public final class Bench {

    private static final String TEXTS = "io.kouan.bench.texts";

    private Bench() {}

    public static void main(String[] arguments) {
        var terminal = Terminal.of(arguments);
        var texts = new Texts(terminal.language(), TEXTS);
        var root =
                Path.of(System.getProperty("kouan.root", ".")).toAbsolutePath().normalize();
        var line = new CommandLine(new BenchCommand(terminal, texts, root, InstantSource.system()))
                .addSubcommand("lists", new ListsCommand(terminal, texts, root, InstantSource.system()))
                .addSubcommand("portal", new PortalCommand(terminal, texts, root, InstantSource.system()))
                .setResourceBundle(texts.bundle())
                .setOut(new PrintWriter(terminal.out(), true, UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, UTF_8))
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler((failed, command, parsed) -> Commands.explain(failed, terminal));
        line.getCommandSpec().name("kouan bench").addOption(Commands.language());
        System.exit(line.execute(arguments));
    }
}
