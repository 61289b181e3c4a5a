package io.kouan.platform.files;

import io.kouan.ceb.spec.SpecFile;
import io.kouan.ceb.spec.SpecNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules for file names (文件命名规则) of {@code forms/shared/files.yaml}. */
public final class NamingRules {

    private static final Set<String> ABOUT_ALL = Set.of("matching", "on_mismatch");

    private final Map<String, NamingRule> rules;

    private NamingRules(Map<String, NamingRule> rules) {
        this.rules = Map.copyOf(rules);
    }

    /** Reads them from the specification. */
    public static NamingRules read() {
        var rules = new LinkedHashMap<String, NamingRule>();
        new SpecFile("forms/shared/files.yaml").yaml().at("naming_rules").map().forEach((id, node) -> {
            if (!ABOUT_ALL.contains(id)) {
                rules.put(id, rule(id, node.only(Set.of("prov", "pattern", "ext"))));
            }
        });
        return new NamingRules(rules);
    }

    private static NamingRule rule(String id, SpecNode node) {
        return new NamingRule(
                id,
                node.text("pattern"),
                node.list("ext").stream().map(SpecNode::text).collect(Collectors.toUnmodifiableSet()));
    }

    public Optional<NamingRule> find(String id) {
        return Optional.ofNullable(rules.get(id));
    }

    /** The rule of that id, which has to be there. */
    public NamingRule rule(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no naming rule " + id));
    }
}
