package io.kouan.platform.forms.definition;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What a value must look like (校验器).
 *
 * @param pattern the whole value; empty where only the algorithm under this id says it
 * @param tidy how the value is put in order before it is looked at
 * @param message id of the message when it fails
 */
public record Validator(String id, Label label, Optional<Pattern> pattern, Tidy tidy, OptionalInt max, String message) {

    /** How a value is put in order, beyond what happens to every text. */
    public enum Tidy {
        PLAIN,
        /** upper case, no spaces inside */
        CODES,
        /** no spaces, no +86, one hyphen where two were typed */
        PHONE,
        /** http:// where no scheme was typed */
        URL;

        static Tidy of(String id, Optional<String> name) {
            return name.map(known -> valueOf(known.toUpperCase(Locale.ROOT))).orElse(id.equals("url") ? URL : PLAIN);
        }
    }
}
