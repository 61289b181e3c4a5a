package io.kouan.client.terminal;

import java.util.List;

/** Ends a command with a sentence for the person in front of it; anything else that is thrown is a bug. */
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final String key;
    private final transient List<Object> values;

    private Failure(int exitCode, String key, Object... values) {
        super(key);
        this.exitCode = exitCode;
        this.key = key;
        this.values = List.of(values);
    }

    /** The command was called wrongly. */
    public static Failure usage(String key, Object... values) {
        return new Failure(ExitCode.USAGE, key, values);
    }

    /** Nothing is lost; the same command later may succeed. */
    public static Failure tryLater(String key, Object... values) {
        return new Failure(ExitCode.TRY_LATER, key, values);
    }

    /** It cannot be done. */
    public static Failure refused(String key, Object... values) {
        return new Failure(ExitCode.FINDINGS, key, values);
    }

    public int exitCode() {
        return exitCode;
    }

    /** The sentence in the reader's language. */
    public String in(Texts texts) {
        return texts.of(key, values.toArray());
    }
}
