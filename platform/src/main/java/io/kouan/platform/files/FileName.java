package io.kouan.platform.files;

import java.util.Locale;

/** Names of files as people give them: a path, a line break or an invisible sign in one is an attack or a slip. */
final class FileName {

    private static final int MOST = 120;

    private FileName() {}

    /** The last part of the name without signs that do not show, cut to 120 characters; its ending is kept. */
    static String clean(String given) {
        var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var visible = new StringBuilder();
        last.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .filter(c -> "<>:\"|?*".indexOf(c) < 0)
                .forEach(visible::appendCodePoint);
        var name = visible.toString().strip();
        while (name.startsWith(".")) {
            name = name.substring(1);
        }
        if (name.codePointCount(0, name.length()) <= MOST) {
            return name;
        }
        var ending = name.lastIndexOf('.') < 0 ? "" : name.substring(name.lastIndexOf('.'));
        int keep = Math.max(1, MOST - ending.length());
        return name.substring(0, name.offsetByCodePoints(0, keep)) + (ending.length() < MOST ? ending : "");
    }

    /** The ending in small letters, empty where there is none. */
    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
