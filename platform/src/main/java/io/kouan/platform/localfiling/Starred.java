package io.kouan.platform.localfiling;

import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.check.FormCheck;
import io.kouan.platform.forms.check.Surroundings;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FormDefinition;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** STARRED_FILLED: the parts marked with an asterisk (带*号的项目) are filled in by the enterprise, all of them. Pure. */
final class Starred {

    private Starred() {}

    /** Starred fields that are asked for and have no value, in the order of the form. */
    static List<Field> missing(FormDefinition form, Answers answers, Surroundings around) {
        return form.fields()
                .filter(Field::starred)
                .filter(field -> FormCheck.isRequired(field, answers::text, around))
                .filter(field -> answers.text(field.key()).isEmpty())
                .toList();
    }

    /** One fault that names them all; none where nothing is missing. */
    static List<Fault> faults(String place, List<Field> missing) {
        return missing.isEmpty()
                ? List.of()
                : List.of(Fault.at(
                        place,
                        "ERR_STARRED",
                        Map.of(
                                "items",
                                missing.stream()
                                        .map(field -> field.label().zh())
                                        .collect(Collectors.joining("、")),
                                "items.en",
                                missing.stream()
                                        .map(field -> field.label().en())
                                        .collect(Collectors.joining(", ")))));
    }
}
