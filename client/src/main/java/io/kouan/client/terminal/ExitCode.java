package io.kouan.client.terminal;

/** How a command ends, for scripts. */
public final class ExitCode {

    public static final int OK = 0;
    /** it worked, but something was found, refused or returned */
    public static final int FINDINGS = 1;
    /** the command was called wrongly */
    public static final int USAGE = 2;
    /** the server cannot be reached or asks to come back later; the same command again goes on */
    public static final int TRY_LATER = 3;

    private ExitCode() {}
}
