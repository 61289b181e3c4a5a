package io.kouan.client.road;

import io.kouan.ceb.port.PortProfile;
import io.kouan.ceb.spec.SpecFile;
import io.kouan.ceb.spec.SpecNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the traveller writes ({@code sandbox/newcomer.yaml}, {@code agent.yaml}), with what became known on the way put in. */
final class Script {

    private static final Pattern KNOWN = Pattern.compile("\\{([a-z_]+)\\}");

    private final List<SpecNode> files;
    private final Map<String, String> known = new HashMap<>();

    Script(Traveller traveller) {
        this.files = traveller == Traveller.AGENT
                ? List.of(file("sandbox/newcomer.yaml"), file("sandbox/agent.yaml"))
                : List.of(file("sandbox/newcomer.yaml"));
    }

    private static SpecNode file(String path) {
        return new SpecFile(path).yaml(PortProfile.current().words()::in);
    }

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

    /** The lines of a form, or of a page of it, in their order; a later file says what it says otherwise. */
    Map<String, String> of(String... path) {
        var lines = new LinkedHashMap<String, String>();
        for (SpecNode file : files) {
            var node = Optional.of(file);
            for (String step : path) {
                node = node.flatMap(it -> it.find(step));
            }
            node.ifPresent(it -> put(lines, it));
        }
        if (lines.isEmpty()) {
            throw new IllegalStateException("nothing is written for " + String.join("/", path));
        }
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
