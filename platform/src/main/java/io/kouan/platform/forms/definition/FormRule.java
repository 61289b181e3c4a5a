package io.kouan.platform.forms.definition;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A rule over several fields.
 *
 * @param parameters what the kind needs, for example the two fields that must be equal
 * @param message id of the message when it is broken
 */
public record FormRule(String id, Kind kind, Map<String, String> parameters, Optional<Condition> when, String message) {

    public FormRule {
        parameters = Map.copyOf(parameters);
    }

    /** What a rule compares; {@link #PROCEDURAL} ones are written in Java under their id. */
    public enum Kind {
        EQUAL_FIELDS,
        DIFFERENT_FIELDS,
        DATE_ORDER,
        NOT_FUTURE,
        AT_LEAST_ONE,
        UNIQUE_IN_TABLE,
        MATCH_PROFILE,
        MATCH_OTHER_FORM,
        PROCEDURAL;

        static Kind of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    /** The value of a parameter; one that is missing is a fault in the form's file. */
    public String parameter(String name) {
        var value = parameters.get(name);
        if (value == null) {
            throw new IllegalStateException("rule " + id + " has no parameter " + name);
        }
        return value;
    }
}
