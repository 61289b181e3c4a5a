package io.kouan.platform.forms;

import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.FormRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The rules written in Java, by form and id, and the values that the program gives. */
@Component
class FormRules {

    private final Map<String, ProceduralRule> rules;
    private final List<SystemValues> values;

    FormRules(List<ProceduralRule> rules, List<SystemValues> values) {
        this.rules = rules.stream().collect(Collectors.toMap(rule -> key(rule.form(), rule.id()), Function.identity()));
        this.values = List.copyOf(values);
    }

    private static String key(String form, String rule) {
        return form + "#" + rule;
    }

    /** What the rules of the form have against a step, in the order of the form. */
    List<Fault> broken(FormDefinition form, Situation situation) {
        return broken(form, situation, rule -> true);
    }

    /** What keeps a record from beginning. */
    List<Fault> closed(FormDefinition form, Situation situation) {
        return broken(form, situation, ProceduralRule::comesFirst);
    }

    private List<Fault> broken(FormDefinition form, Situation situation, Predicate<ProceduralRule> asked) {
        return form.rules().stream()
                .filter(rule -> rule.kind() == FormRule.Kind.PROCEDURAL)
                .filter(rule -> rule.when()
                        .map(when -> when.holds(
                                situation.answers()::text,
                                fact -> situation.around().facts().getOrDefault(fact, "")))
                        .orElse(true))
                .flatMap(rule -> Optional.ofNullable(rules.get(key(form.id(), rule.id())))
                        .map(written -> asked.test(written) ? written.broken(situation) : List.<Fault>of())
                        .orElseGet(() -> unwritten(form, situation))
                        .stream())
                .distinct()
                .toList();
    }

    /** Nothing is handed in under a rule that nobody can check yet. */
    private static List<Fault> unwritten(FormDefinition form, Situation situation) {
        boolean handsIn = form.transitions().stream()
                .anyMatch(step -> step.action().equals(situation.action()) && step.needsValidForm());
        return handsIn ? List.of(Fault.at("", "ERR_NOT_OPEN")) : List.of();
    }

    /** The answers with the values that the program gives. */
    Answers filled(FormDefinition form, Situation situation) {
        var answers = situation.answers();
        for (SystemValues source : values) {
            if (source.form().equals(form.id())) {
                answers = source.fill(new Situation(
                        situation.record(),
                        situation.action(),
                        answers,
                        situation.attached(),
                        situation.actor(),
                        situation.decision(),
                        situation.around()));
            }
        }
        return answers;
    }

    /**
     * Whether every rule of a form that no data can say is written: before that the form is not open. A rule about some records only
     * keeps those from being handed in.
     */
    boolean isComplete(FormDefinition form) {
        return form.rules().stream()
                .filter(rule -> rule.kind() == FormRule.Kind.PROCEDURAL)
                .filter(rule -> rule.when().isEmpty())
                .allMatch(rule -> rules.containsKey(key(form.id(), rule.id())));
    }
}
