package io.kouan.platform.docs;

import io.kouan.ceb.spec.SpecFile;
import io.kouan.ceb.spec.SpecNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the handbook says, item by item (条款对照, section 8), held against the scenarios that cover it and the tests that show them. */
record Handbook(List<Item> items, Scenarios scenarios) {

    private static final Set<String> KEYS = Set.of("id", "section", "content", "scenarios");

    /** One numbered step, note, warning, table or screen of the handbook. */
    record Item(String id, String section, String content, List<String> scenarios) {}

    static Handbook read(Scenarios scenarios) {
        return new Handbook(
                new SpecFile("handbook/items.yaml")
                        .yaml().only(Set.of("items")).list("items").stream()
                                .map(Handbook::item)
                                .toList(),
                scenarios);
    }

    private static Item item(SpecNode node) {
        return new Item(
                node.only(KEYS).text("id"),
                node.text("section"),
                node.text("content"),
                node.list("scenarios").stream().map(SpecNode::text).toList());
    }

    /** What is wrong with the list: items without scenario, scenarios that do not exist or stand twice, gaps in the numbers. */
    List<String> faults() {
        var known = titles().keySet();
        var faults = items.stream().flatMap(item -> faults(item, known));
        var numbers = IntStream.range(0, items.size())
                .filter(i -> !items.get(i).id().equals("HB-%02d".formatted(i + 1)))
                .mapToObj(i -> items.get(i).id() + " is out of its order");
        return Stream.concat(faults, numbers).toList();
    }

    private static Stream<String> faults(Item item, Set<String> known) {
        if (item.scenarios().isEmpty()) {
            return Stream.of(item.id() + " has no scenario");
        }
        if (new LinkedHashSet<>(item.scenarios()).size() < item.scenarios().size()) {
            return Stream.of(item.id() + " names a scenario twice");
        }
        return item.scenarios().stream()
                .filter(scenario -> !known.contains(scenario))
                .map(scenario -> item.id() + " names " + scenario + ", which does not exist");
    }

    private boolean isTest(String scenario) {
        return scenarios.tests().containsKey(scenario);
    }

    private Map<String, String> titles() {
        return scenarios
                .all()
                .collect(Collectors.toMap(
                        Scenarios.Scenario::id, Scenarios.Scenario::title, (a, b) -> a, LinkedHashMap::new));
    }

    /** The text of {@code docs/handbook.md}. */
    String text() {
        var titles = titles();
        var text = new StringBuilder("""
                # The handbook, item by item

                Every numbered step, note, warning, table and screen of the access handbook (企业接入手册 V3.6.1), the scenarios that cover it, and
                whether each is a test ([scenarios.md](scenarios.md) names the tests). Made from `spec/…/handbook/items.yaml`; to make it anew:
                `mvn -Dquick -pl spec,ceb,platform -am test -Dtest=HandbookTest -Dkouan.write -Dsurefire.failIfNoSpecifiedTests=false`

                """);
        text.append("All scenarios shown by tests: ")
                .append(items.stream()
                        .filter(item -> item.scenarios().stream().allMatch(this::isTest))
                        .count())
                .append(" of ")
                .append(items.size())
                .append(" items.\n\n| item | section | content | scenarios |\n| --- | --- | --- | --- |\n");
        for (Item item : items) {
            text.append(row(item, titles::get)).append('\n');
        }
        return text.toString();
    }

    private String row(Item item, Function<String, String> titles) {
        return Stream.of(
                        item.id(),
                        item.section(),
                        item.content(),
                        item.scenarios().stream()
                                .map(scenario -> shown(scenario, titles))
                                .collect(Collectors.joining("<br>")))
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private String shown(String scenario, Function<String, String> titles) {
        return scenario + " " + titles.apply(scenario) + (isTest(scenario) ? " – test" : " – not yet");
    }
}
