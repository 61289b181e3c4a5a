package io.kouan.client;

import io.kouan.ceb.finding.Language;
import io.kouan.client.local.Home;
import io.kouan.client.terminal.Terminal;
import io.kouan.client.terminal.Texts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Runs commands as a person would and keeps what they said. */
public final class CommandLineFixture {

    private final Home home;
    private ByteArrayOutputStream out = new ByteArrayOutputStream();
    private ByteArrayOutputStream err = new ByteArrayOutputStream();
    private byte[] input = new byte[0];

    public CommandLineFixture(Path folder) {
        this.home = new Home(folder, folder.resolve("home"), 1);
    }

    public Home home() {
        return home;
    }

    /** What the next command finds on its standard input. */
    public CommandLineFixture piping(byte[] bytes) {
        input = bytes;
        return this;
    }

    /** Runs one command in English and gives its exit code. */
    public int run(String... arguments) {
        return run(Language.EN, arguments);
    }

    public int run(Language language, String... arguments) {
        out = new ByteArrayOutputStream();
        err = new ByteArrayOutputStream();
        var terminal = new Terminal(
                new ByteArrayInputStream(input),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new Texts(language),
                false);
        return new Commands(terminal, home, InstantSource.system()).run(arguments);
    }

    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    public byte[] outBytes() {
        return out.toByteArray();
    }

    public List<String> lines() {
        return out().lines().toList();
    }

    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
