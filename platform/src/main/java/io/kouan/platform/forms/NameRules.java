package io.kouan.platform.forms;

import io.kouan.ceb.spec.SpecFile;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How attachments have to be named (文件命名): {@code naming_rules} of {@code forms/shared/files.yaml}. Latin letters count whatever their
 * case, brackets and plus signs whatever their width; the plus sign may be absent and spaces do not count.
 */
final class NameRules {

    private static final String ENTERPRISE = "{企业全称}";

    /** What is said about all rules, in words. */
    private static final Set<String> IN_WORDS = Set.of("matching", "on_mismatch");

    private final Map<String, String> patterns;

    private NameRules(Map<String, String> patterns) {
        this.patterns = Map.copyOf(patterns);
    }

    static NameRules read() {
        var patterns = new LinkedHashMap<String, String>();
        new SpecFile("forms/shared/files.yaml").yaml().at("naming_rules").map().forEach((id, rule) -> {
            if (!IN_WORDS.contains(id)) {
                patterns.put(id, rule.text("pattern"));
            }
        });
        return new NameRules(patterns);
    }

    /**
     * The name that a file must have; empty where the one that it has will do.
     *
     * @param rule id of the naming rule
     * @param enterprise full Chinese name of the enterprise
     */
    Optional<String> expected(String rule, String name, String enterprise) {
        var pattern = patterns.get(rule);
        if (pattern == null) {
            throw new IllegalArgumentException("no naming rule " + rule);
        }
        var right = pattern.replace(ENTERPRISE, enterprise);
        return normal(right).equals(normal(name)) ? Optional.empty() : Optional.of(right);
    }

    private static String normal(String name) {
        return name.replace('（', '(')
                .replace('）', ')')
                .replace('＋', '+')
                .replace("+", "")
                .replaceAll("[\\s\\u3000\\u00a0]", "")
                .toLowerCase(Locale.ROOT);
    }
}
