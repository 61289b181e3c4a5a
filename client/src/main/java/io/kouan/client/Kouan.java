package io.kouan.client;

import io.kouan.client.local.Home;
import io.kouan.client.terminal.Terminal;
import java.time.InstantSource;

/** The command line. {@code ./kouan} hands over to here once a JDK is found and everything is built. */
public final class Kouan {

    private Kouan() {}

    public static void main(String[] arguments) {
        var terminal = Terminal.of(arguments);
        System.exit(new Commands(terminal, Home.here(), InstantSource.system()).run(arguments));
    }
}
