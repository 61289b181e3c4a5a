package io.kouan.platform.forms.definition;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A field (字段) of a form.
 *
 * @param key unique inside the form
 * @param initial value of an empty form, empty where there is none
 * @param min least length of a text, or least number
 * @param max most characters of a text, or greatest number
 * @param scale decimals
 * @param options id of the option list, empty where the field is no choice
 * @param starred marked with an asterisk on the paper template
 * @param message replaces the message of the check that failed
 */
public record Field(
        String key,
        Label label,
        FieldType type,
        boolean required,
        Optional<Condition> requiredWhen,
        Optional<Condition> visibleWhen,
        boolean readonly,
        Source source,
        String initial,
        OptionalLong min,
        OptionalLong max,
        OptionalInt scale,
        Optional<Pattern> pattern,
        List<String> validators,
        String options,
        boolean starred,
        Mask mask,
        Optional<Label> hint,
        Optional<String> message) {

    public Field {
        validators = List.copyOf(validators);
    }

    /** Whether the person who fills in the form writes it. */
    public boolean isOpen() {
        return !readonly && (source == Source.USER || source == Source.PROFILE);
    }

    /** The same, to be answered in any case. */
    public Field demanded() {
        return new Field(
                key,
                label,
                type,
                true,
                requiredWhen,
                visibleWhen,
                readonly,
                source,
                initial,
                min,
                max,
                scale,
                pattern,
                validators,
                options,
                starred,
                mask,
                hint,
                message);
    }

    /** Whether it may never be stored or shown as it is. */
    public boolean isSecret() {
        return mask == Mask.SECRET || type == FieldType.PASSWORD;
    }
}
