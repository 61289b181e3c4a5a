package io.kouan.platform.administration;

import io.kouan.ceb.finding.Language;
import io.kouan.ceb.spec.BadSpecification;
import io.kouan.ceb.spec.SpecFile;
import io.kouan.ceb.spec.SpecNode;
import io.kouan.platform.port.Switches.Switch;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A switch as {@code switches.yaml} says: what it is called, what it may be set to, and how it stands until it is set.
 *
 * @param form application whose rules read it; empty where it counts without one
 */
record SwitchDefinition(
        Switch which,
        Kind kind,
        String initial,
        String zh,
        String en,
        String whatZh,
        String whatEn,
        int min,
        int max,
        String form) {

    private static final Set<String> KEYS =
            Set.of("key", "kind", "default", "zh", "en", "what_zh", "what_en", "min", "max", "form");

    /** What a switch holds. */
    enum Kind {
        ON_OFF,
        TEXT,
        NUMBER
    }

    /** All switches; one that the program knows and the file does not, or the other way round, stops the start. */
    static List<SwitchDefinition> read() {
        var file = new SpecFile("portal/switches.yaml").yaml().only(Set.of("switches"));
        var all = file.at("switches").list().stream()
                .map(node -> read(node.only(KEYS)))
                .toList();
        for (Switch known : Switch.values()) {
            if (all.stream().noneMatch(definition -> definition.which() == known)) {
                throw new BadSpecification(file.where(), "the switch " + known.key() + " is missing");
            }
        }
        return all;
    }

    private static SwitchDefinition read(SpecNode node) {
        var which = Switch.of(node.text("key"))
                .orElseThrow(() -> new BadSpecification(node.where(), "no switch " + node.text("key")));
        return new SwitchDefinition(
                which,
                Kind.valueOf(node.text("kind").toUpperCase(Locale.ROOT)),
                node.text("default"),
                node.text("zh"),
                node.text("en"),
                node.text("what_zh"),
                node.text("what_en"),
                node.number("min", 0),
                node.number("max", 1000),
                node.findText("form").orElse(""));
    }

    String name(Language language) {
        return language == Language.ZH ? zh : en;
    }

    String what(Language language) {
        return language == Language.ZH ? whatZh : whatEn;
    }

    /** Whether it may be set to that. */
    boolean allows(String value) {
        return switch (kind) {
            case ON_OFF -> value.equals("true") || value.equals("false");
            case TEXT -> !value.isBlank() && value.codePointCount(0, value.length()) <= max;
            case NUMBER ->
                value.matches("[0-9]{1,6}") && Integer.parseInt(value) >= min && Integer.parseInt(value) <= max;
        };
    }
}
