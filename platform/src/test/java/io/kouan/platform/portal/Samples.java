package io.kouan.platform.portal;

import static org.assertj.core.api.Assertions.fail;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the variables in the paths of pages may stand for, by name; where one name means different things, by the beginning of the path
 * and the name, for example {@code /notices/|id}. A new variable needs a line where the samples are made.
 */
final class Samples {

    private final Map<String, Sample> samples = new LinkedHashMap<>();

    /**
     * What a variable stands for.
     *
     * @param own a value that belongs to one enterprise, or that everybody knows
     * @param unknown a value that nothing has
     * @param object whether it names an object that belongs to somebody
     */
    record Sample(String own, String unknown, boolean object) {}

    /** A name of something that belongs to an enterprise. */
    Samples object(String variable, Object own, Object unknown) {
        samples.put(variable, new Sample(own.toString(), unknown.toString(), true));
        return this;
    }

    /** A word that the pages know: a form, a section, an action. */
    Samples word(String variable, String word) {
        samples.put(variable, new Sample(word, word, false));
        return this;
    }

    UnaryOperator<String> own(Route route) {
        return variable -> of(route, variable).own();
    }

    UnaryOperator<String> unknown(Route route) {
        return variable -> of(route, variable).unknown();
    }

    boolean namesAnObject(Route route) {
        return route.variables().stream()
                .anyMatch(variable -> of(route, variable).object());
    }

    private Sample of(Route route, String variable) {
        return samples.keySet().stream()
                .filter(key ->
                        key.endsWith("|" + variable) && route.pattern().startsWith(key.substring(0, key.indexOf('|'))))
                .max(Comparator.comparingInt(String::length))
                .or(() -> Optional.of(variable))
                .map(samples::get)
                .orElseGet(() ->
                        fail("The path of " + route + " has a variable {" + variable + "} that no sample is known for."
                                + " Add one to RoutesTest.samples(): object(\"" + variable
                                + "\", one that exists, one that does not)"
                                + " or word(\"" + variable + "\", a value that the page knows)."));
    }
}
