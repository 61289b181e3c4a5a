package io.kouan.platform.forms.check;

import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.FormRule;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules over several fields whose kind says what to compare. */
final class RuleCheck {

    private final Surroundings around;

    RuleCheck(Surroundings around) {
        this.around = around;
    }

    List<Fault> faults(FormDefinition form, Answers answers) {
        var faults = new ArrayList<Fault>();
        for (FormRule rule : form.rules()) {
            if (rule.when().map(it -> it.holds(answers::text, around::fact)).orElse(true)) {
                faults.addAll(broken(rule, answers));
            }
        }
        return faults;
    }

    private List<Fault> broken(FormRule rule, Answers answers) {
        return switch (rule.kind()) {
            case EQUAL_FIELDS -> unless(value(rule, "a", answers).equals(value(rule, "b", answers)), rule, "b");
            case DIFFERENT_FIELDS ->
                unless(
                        value(rule, "a", answers).isEmpty()
                                || !value(rule, "a", answers).equals(value(rule, "b", answers)),
                        rule,
                        "b");
            case DATE_ORDER ->
                unless(
                        value(rule, "from", answers).isEmpty()
                                || value(rule, "to", answers).isEmpty()
                                || value(rule, "from", answers).compareTo(value(rule, "to", answers)) <= 0,
                        rule,
                        "to");
            case NOT_FUTURE ->
                unless(value(rule, "field", answers).compareTo(around.today().toString()) <= 0, rule, "field");
            case AT_LEAST_ONE -> atLeastOne(rule, answers);
            case UNIQUE_IN_TABLE -> unique(rule, answers);
            case MATCH_PROFILE ->
                match(rule, answers, Optional.ofNullable(around.profile().get(rule.parameter("profile"))));
            case MATCH_OTHER_FORM ->
                match(
                        rule,
                        answers,
                        Optional.ofNullable(around.others()
                                .get(rule.parameter("other_form") + "." + rule.parameter("other_field"))));
            case OFFICE_SCOPE, CHECKLIST, PROCEDURAL -> List.of();
        };
    }

    private static String value(FormRule rule, String parameter, Answers answers) {
        return answers.text(rule.parameter(parameter));
    }

    private static List<Fault> unless(boolean right, FormRule rule, String parameter) {
        return right ? List.of() : List.of(Fault.at(rule.parameter(parameter), rule.message()));
    }

    private static List<Fault> atLeastOne(FormRule rule, Answers answers) {
        var fields = List.of(rule.parameter("fields").split(",", -1));
        boolean some = fields.stream().anyMatch(field -> !answers.text(field).isEmpty());
        return some ? List.of() : List.of(Fault.at(fields.getFirst(), rule.message()));
    }

    private static List<Fault> unique(FormRule rule, Answers answers) {
        var table = rule.parameter("table");
        var field = rule.parameter("field");
        var seen = new HashSet<String>();
        var faults = new ArrayList<Fault>();
        var rows = answers.rows(table);
        for (int i = 0; i < rows.size(); i++) {
            var value = rows.get(i).getOrDefault(field, "");
            if (!value.isEmpty() && !seen.add(value)) {
                faults.add(Fault.at(
                        table + "." + i + "." + field, rule.message(), Map.of("row", Integer.toString(i + 1))));
            }
        }
        return faults;
    }

    /** Nothing on file is nothing to differ from. */
    private static List<Fault> match(FormRule rule, Answers answers, Optional<String> other) {
        var value = value(rule, "field", answers);
        boolean same = value.isEmpty()
                || other.isEmpty()
                || comparable(other.get()).isEmpty()
                || comparable(other.get()).equals(comparable(value));
        return unless(same, rule, "field");
    }

    /** Names are the same whatever their spaces and the width of their brackets. */
    private static String comparable(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }
}
