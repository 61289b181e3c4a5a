package io.kouan.client.terminal;

import io.kouan.ceb.finding.Language;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a command reads and writes: results go to {@code out}, everything about the work itself to {@code err}, so that
 * results can be piped.
 *
 * @param interactive whether a person watches {@code err}: only then there is a progress bar
 */
public record Terminal(InputStream in, PrintStream out, PrintStream err, Texts texts, boolean interactive) {

    /** The real one; speaks the language that arguments, {@code KOUAN_LANG} or the system choose. */
    public static Terminal of(String[] arguments) {
        return new Terminal(
                System.in,
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                new Texts(Texts.language(arguments, environment("KOUAN_LANG"), locale())),
                Boolean.getBoolean("kouan.interactive"));
    }

    private static String locale() {
        var all = environment("LC_ALL");
        return all.isEmpty() || all.startsWith("C.") ? environment("LANG") : all;
    }

    private static String environment(String name) {
        return Optional.ofNullable(System.getenv(name)).orElse("");
    }

    public Language language() {
        return texts.language();
    }

    public String text(String key, Object... values) {
        return texts.of(key, values);
    }

    /** A line of the result. */
    public void print(String line) {
        out.println(line);
    }

    /** A line about the work. */
    public void note(String key, Object... values) {
        err.println(text(key, values));
    }
}
