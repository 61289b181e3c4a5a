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
        /** a role sees and decides only what was handed in for its own office (SOD-07); parameters role and field */
        OFFICE_SCOPE,
        /** what an officer has to tick before a step (handbook 2.6); parameters action, and of or form and section */
        CHECKLIST,
        PROCEDURAL;

        static Kind of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    /** The value of a parameter that may be missing. */
    public Optional<String> findParameter(String name) {
        return Optional.ofNullable(parameters.get(name));
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
