package io.kouan.ceb.finding;

import static java.util.stream.Collectors.joining;

import io.kouan.ceb.spec.SpecFile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Says in either language where a finding comes from (依据), as {@code findings/sources.yaml} says. Read on first use. */
public final class FindingSources {

    private static final List<Name> NAMES = new SpecFile("findings/sources.yaml")
            .yaml().only(Set.of("sources")).list("sources").stream()
                    .map(line -> line.only(Set.of("match", "zh", "en")))
                    .map(line -> new Name(Pattern.compile(line.text("match")), line.text("zh"), line.text("en")))
                    .toList();
    private static final Pattern BETWEEN = Pattern.compile("；|; ");

    private FindingSources() {}

    private record Name(Pattern match, String zh, String en) {

        Optional<String> in(Language language, String source) {
            var found = match.matcher(source);
            return found.matches()
                    ? Optional.of(found.replaceFirst(language == Language.ZH ? zh : en))
                    : Optional.empty();
        }
    }

    public static String in(Language language, String source) {
        return Arrays.stream(BETWEEN.split(source, -1))
                .map(part -> part(language, part))
                .collect(joining(language == Language.ZH ? "；" : "; "));
    }

    private static String part(Language language, String part) {
        return NAMES.stream()
                .map(name -> name.in(language, part))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(part);
    }
}
