package io.kouan.client.road;

import io.kouan.ceb.port.PortProfile;
import io.kouan.ceb.spec.SpecFile;
import io.kouan.ceb.spec.SpecNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the newcomer writes ({@code sandbox/newcomer.yaml}), with what became known on the way put in. */
final class Script {

    private static final Pattern KNOWN = Pattern.compile("\\{([a-z_]+)\\}");

    private final SpecNode file =
            new SpecFile("sandbox/newcomer.yaml").yaml(PortProfile.current().words()::in);
    private final Map<String, String> known = new HashMap<>();

    void learn(String what, String value) {
        known.put(what, value);
    }

    String known(String what) {
        var value = known.get(what);
        if (value == null) {
            throw new IllegalStateException("not known yet: " + what);
        }
        return value;
    }

    /** The lines of a form, or of a page of it, in their order. */
    Map<String, String> of(String... path) {
        var node = file;
        for (String step : path) {
            node = node.at(step);
        }
        var lines = new LinkedHashMap<String, String>();
        put(lines, node);
        return lines;
    }

    /** A table stands under its own name, with the fields of its one row below. */
    private void put(Map<String, String> lines, SpecNode node) {
        node.map().forEach((field, line) -> {
            if (line.isMap()) {
                lines.put(field, "");
                put(lines, line);
            } else {
                lines.put(field, filled(line.text()));
            }
        });
    }

    private String filled(String text) {
        return KNOWN.matcher(text).replaceAll(found -> Matcher.quoteReplacement(known(found.group(1))));
    }
}
