package io.kouan.client.terminal;

import io.kouan.ceb.finding.Language;
import java.io.InputStream;
import java.io.PrintStream;

/**
 * Where a command reads and writes: results go to {@code out}, everything about the work itself to {@code err}, so that
 * results can be piped.
 *
 * @param interactive whether a person watches {@code err}: only then there is a progress bar
 */
public record Terminal(InputStream in, PrintStream out, PrintStream err, Texts texts, boolean interactive) {

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
