package io.kouan.ceb.spec;

import java.util.Optional;

/**
 * Which port this program works for: {@code KOUAN_PORT_PROFILE} in the environment or {@code kouan.port-profile} among the system's
 * properties, else Zhuhai (珠海). Chosen once for the whole program, so that all its parts agree.
 */
public final class ChosenPort {

    private static final String ID = choose();

    private ChosenPort() {}

    /** The port's id: the name of its file below {@code ports}. */
    public static String id() {
        return ID;
    }

    private static String choose() {
        var property = System.getProperty("kouan.port-profile", "");
        var chosen = property.isEmpty()
                ? Optional.ofNullable(System.getenv("KOUAN_PORT_PROFILE")).orElse("")
                : property;
        return chosen.isEmpty() ? "zhuhai" : chosen;
    }
}
