package io.kouan.client;

import io.kouan.client.local.Home;
import io.kouan.client.terminal.Terminal;
import io.kouan.client.terminal.Texts;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;

/** The command line. {@code ./kouan} hands over to here once a JDK is found and everything is built. */
public final class Kouan {

    private Kouan() {}

    public static void main(String[] arguments) {
        var language = Texts.language(arguments, environment("KOUAN_LANG"), locale());
        var terminal = new Terminal(
                System.in,
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                new Texts(language),
                Boolean.getBoolean("kouan.interactive"));
        System.exit(new Commands(terminal, Home.here(), InstantSource.system()).run(arguments));
    }

    private static String locale() {
        var all = environment("LC_ALL");
        return all.isEmpty() || all.startsWith("C.") ? environment("LANG") : all;
    }

    private static String environment(String name) {
        return Optional.ofNullable(System.getenv(name)).orElse("");
    }
}
