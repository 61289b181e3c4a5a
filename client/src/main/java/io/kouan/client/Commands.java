package io.kouan.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kouan.client.activation.Computer;
import io.kouan.client.activation.ImportCommand;
import io.kouan.client.activation.RequestCommand;
import io.kouan.client.activation.StatusCommand;
import io.kouan.client.agent.Agent;
import io.kouan.client.agent.CardSign;
import io.kouan.client.demo.Demo;
import io.kouan.client.explain.Explain;
import io.kouan.client.lint.Lint;
import io.kouan.client.local.Home;
import io.kouan.client.local.Logs;
import io.kouan.client.local.Reset;
import io.kouan.client.local.Status;
import io.kouan.client.local.Stop;
import io.kouan.client.local.Up;
import io.kouan.client.receipts.Receipts;
import io.kouan.client.road.RoadDemo;
import io.kouan.client.sample.Sample;
import io.kouan.client.send.Send;
import io.kouan.client.sign.Sign;
import io.kouan.client.terminal.Failure;
import io.kouan.client.terminal.Terminal;
import io.kouan.client.terminal.Waiting;
import io.kouan.client.verify.Verify;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** All commands, put together. */
public final class Commands {

    private final CommandLine line;

    public Commands(Terminal terminal, Home home, InstantSource clock) {
        Supplier<Demo> demo = () -> new Demo(terminal, home, clock, Waiting.real());
        var client = new CommandLine(new Group())
                .addSubcommand("sample", new Sample(terminal, home, clock))
                .addSubcommand("lint", new Lint(terminal, clock))
                .addSubcommand("sign", new Sign(terminal, home, clock))
                .addSubcommand("verify", new Verify(terminal, clock))
                .addSubcommand("send", new Send(terminal, home, clock, Waiting.real()))
                .addSubcommand("receipts", new Receipts(terminal, home))
                .addSubcommand("explain", new Explain(terminal))
                .addSubcommand("agent", new Agent(terminal, home))
                .addSubcommand("card-sign", new CardSign(terminal, home))
                .addSubcommand("activation", activation(terminal, home, clock));
        this.line = new CommandLine(new Group())
                .addSubcommand("up", new Up(terminal, home, clock, demo.get()))
                .addSubcommand(
                        "demo",
                        new CommandLine(demo.get())
                                .addSubcommand("road", new RoadDemo(terminal, home, clock, Waiting.real())))
                .addSubcommand("status", new Status(terminal, home))
                .addSubcommand("logs", new Logs(terminal, home))
                .addSubcommand("stop", new Stop(terminal, home))
                .addSubcommand("reset", new Reset(terminal, home))
                .addSubcommand("client", client);
        help(line);
        line.getCommandSpec().addOption(language());
        line.setCommandName("kouan")
                .setResourceBundle(terminal.texts().bundle())
                .setOut(new PrintWriter(terminal.out(), true, UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, UTF_8))
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler((failed, command, parsed) -> explain(failed, terminal));
    }

    private static CommandLine activation(Terminal terminal, Home home, InstantSource clock) {
        return new CommandLine(new Group())
                .addSubcommand("request", new RequestCommand(terminal, home, clock, Computer::here))
                .addSubcommand("import", new ImportCommand(terminal, home, clock, Computer::here))
                .addSubcommand("status", new StatusCommand(terminal, home, clock, Computer::here));
    }

    /** Runs one command and gives its exit code. */
    public int run(String... arguments) {
        return line.execute(arguments);
    }

    CommandLine line() {
        return line;
    }

    /** Turns a failure into a sentence and an exit code; anything else is a bug and keeps its trace. */
    public static int explain(Exception failed, Terminal terminal) throws Exception {
        if (failed instanceof Failure failure) {
            terminal.err().println(failure.in(terminal.texts()));
            return failure.exitCode();
        }
        throw failed;
    }

    /** A name with commands below it; alone it shows its help. */
    @Command
    static class Group implements Runnable {

        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Override
        public void run() {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /** Every command explains itself. */
    private static void help(CommandLine command) {
        command.getCommandSpec().mixinStandardHelpOptions(true).version("Kouan " + version());
        command.getSubcommands().values().forEach(Commands::help);
    }

    private static String version() {
        return Optional.ofNullable(Commands.class.getPackage().getImplementationVersion())
                .orElse("(unpackaged)");
    }

    /** Read by {@link io.kouan.client.terminal.Texts#language} before there is any command; here it is only known. */
    public static OptionSpec language() {
        return OptionSpec.builder("--lang")
                .type(String.class)
                .paramLabel("zh|en")
                .scopeType(ScopeType.INHERIT)
                .build();
    }
}
