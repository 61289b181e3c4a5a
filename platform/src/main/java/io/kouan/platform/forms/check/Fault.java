package io.kouan.platform.forms.check;

import java.util.Map;

/**
 * Something that is wrong in a form.
 *
 * @param message id of the message
 * @param place field, {@code table.row.field} with rows counted from 0, or attachment slot; empty for the form as a whole
 * @param warning may be passed over after it was seen
 * @param values what the message's places in braces are filled with; {@code label} is filled in by who shows it
 */
public record Fault(String message, String place, boolean warning, Map<String, String> values) {

    public Fault {
        values = Map.copyOf(values);
    }

    public static Fault at(String place, String message) {
        return new Fault(message, place, false, Map.of());
    }

    public static Fault at(String place, String message, Map<String, String> values) {
        return new Fault(message, place, false, values);
    }

    /** Something to know, which stops nobody. */
    public static Fault information(String place, String message) {
        return new Fault(message, place, true, Map.of());
    }

    /** Whether it is told and nothing more: no error, and nothing to confirm. */
    public boolean isInformation() {
        return message.startsWith("INFO_");
    }

    public static Fault warning(String place, String message) {
        return new Fault(message, place, true, Map.of());
    }
}
