package io.kouan.platform.identity;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a browser calls itself, as people call it: enough to tell one's own from another's. Pure. */
final class Browsers {

    private static final Map<String, String> NAMES = new TreeMap<>(Map.of(
            "1 Edg/",
            "Edge",
            "2 Firefox/",
            "Firefox",
            "3 MicroMessenger/",
            "微信",
            "4 Chrome/",
            "Chrome",
            "5 Safari/",
            "Safari"));
    private static final Map<String, String> SYSTEMS = new TreeMap<>(Map.of(
            "1 Windows",
            "Windows",
            "2 iPhone",
            "iPhone",
            "3 Android",
            "Android",
            "4 Mac OS",
            "macOS",
            "5 Linux",
            "Linux"));

    private Browsers() {}

    static String name(@Nullable String agent) {
        if (agent == null) {
            return "";
        }
        return (first(NAMES, agent) + " " + first(SYSTEMS, agent)).strip();
    }

    private static String first(Map<String, String> names, String agent) {
        return names.entrySet().stream()
                .filter(name -> agent.contains(name.getKey().substring(2)))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** An address without its last part: enough to recognise the place, too little to find it. */
    static String masked(String address) {
        int cut = Math.max(address.lastIndexOf('.'), address.lastIndexOf(':'));
        return cut < 0 ? "" : address.substring(0, cut + 1) + "*";
    }
}
