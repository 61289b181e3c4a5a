package io.kouan.platform.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kouan.ceb.spec.SpecFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The scenarios of the handbook, held against the tests of all modules: a test shows the scenario that its name begins with. */
record Scenarios(List<Section> sections, Map<String, List<String>> tests) {

    private static final Pattern TEST = Pattern.compile("\\bvoid (h([0-9]{3})\\w*)\\(");
    private static final Path ROOT = Path.of("..");

    /** Scenarios under one heading. */
    record Section(String title, List<Scenario> scenarios) {}

    /**
     * One scenario.
     *
     * @param due whether the build fails while no test shows it
     */
    record Scenario(String id, String title, String systems, boolean due) {}

    static Scenarios read() throws IOException {
        var sections = new SpecFile("handbook/scenarios.yaml")
                .yaml().list("sections").stream()
                        .map(section -> new Section(
                                section.text("title"),
                                section.list("scenarios").stream()
                                        .map(one -> new Scenario(
                                                one.text("id"),
                                                one.text("title"),
                                                one.text("systems"),
                                                one.findText("due")
                                                        .filter("true"::equals)
                                                        .isPresent()))
                                        .toList()))
                        .toList();
        return new Scenarios(sections, found());
    }

    private static Map<String, List<String>> found() throws IOException {
        var tests = new TreeMap<String, List<String>>();
        for (Path file : sources()) {
            var found = TEST.matcher(Files.readString(file, UTF_8));
            var type = file.getFileName().toString().replace(".java", "");
            while (found.find()) {
                tests.computeIfAbsent("H-" + found.group(2), id -> new ArrayList<>())
                        .add(type + "." + found.group(1));
            }
        }
        return tests;
    }

    private static List<Path> sources() throws IOException {
        var sources = new ArrayList<Path>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path module : modules.sorted().toList()) {
                var tests = module.resolve("src/test/java");
                if (Files.isDirectory(tests)) {
                    try (Stream<Path> files = Files.walk(tests)) {
                        files.filter(file -> file.toString().endsWith(".java"))
                                .sorted()
                                .forEach(sources::add);
                    }
                }
            }
        }
        return sources;
    }

    Stream<Scenario> all() {
        return sections.stream().flatMap(section -> section.scenarios().stream());
    }

    /** Tests that name a scenario which the handbook does not have. */
    List<String> unknown() {
        var known = all().map(Scenario::id).toList();
        return tests.entrySet().stream()
                .filter(entry -> !known.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    /** Scenarios that are due and that no test shows. */
    List<String> missing() {
        return all().filter(scenario -> scenario.due() && !tests.containsKey(scenario.id()))
                .map(scenario -> scenario.id() + " " + scenario.title())
                .toList();
    }

    /** The text of {@code docs/scenarios.md}. */
    String text() {
        var text = new StringBuilder("""
                # Scenarios

                Every acceptance scenario of the handbook, and the tests that show it. Made from `spec/…/handbook/scenarios.yaml` and the names of the
                tests; to make it anew: `mvn -Dquick -pl spec,ceb,platform -am test -Dtest=ScenariosTest -Dkouan.write
                -Dsurefire.failIfNoSpecifiedTests=false`

                """);
        text.append("Shown by tests: ")
                .append(all().filter(it -> tests.containsKey(it.id())).count())
                .append(" of ")
                .append(all().count())
                .append(".\n");
        for (Section section : sections) {
            text.append("\n## ")
                    .append(section.title())
                    .append("\n\n| scenario | systems | tests |\n| --- | --- | --- |\n");
            for (Scenario scenario : section.scenarios()) {
                text.append("| ")
                        .append(scenario.id())
                        .append(' ')
                        .append(scenario.title().replace("|", "\\|"))
                        .append(" | ")
                        .append(scenario.systems())
                        .append(" | ")
                        .append(shownBy(scenario))
                        .append(" |\n");
            }
        }
        return text.toString();
    }

    private String shownBy(Scenario scenario) {
        return tests.containsKey(scenario.id())
                ? "`" + String.join("`<br>`", tests.get(scenario.id())) + "`"
                : "not yet";
    }
}
