package io.kouan.platform.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every rule of the segregation of duties and every requirement of the audit (roles.md sections 4 and 7) has a test that carries its
 * number: {@code sod01…}, {@code aud01…}, after the number of a scenario where it shows one.
 */
class DutiesAreTestedTest {

    private static final Pattern TEST = Pattern.compile("\\bvoid (?:h[0-9]{3})?(sod|aud)([0-9]{2})\\w*\\(");

    @Test
    void everyRuleIsShownByATest() throws IOException {
        var shown = shown();

        assertThat(rules().filter(rule -> !shown.contains(rule))).isEmpty();
        assertThat(shown).allMatch(rule -> rules().anyMatch(rule::equals));
    }

    private static Stream<String> rules() {
        return Stream.concat(
                IntStream.rangeClosed(1, 16).mapToObj("SOD-%02d"::formatted),
                IntStream.rangeClosed(1, 10).mapToObj("AUD-%02d"::formatted));
    }

    private static Set<String> shown() throws IOException {
        var shown = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                TEST.matcher(Files.readString(file, UTF_8))
                        .results()
                        .forEach(found -> shown.add(found.group(1).toUpperCase(Locale.ROOT) + "-" + found.group(2)));
            }
        }
        return shown;
    }
}
