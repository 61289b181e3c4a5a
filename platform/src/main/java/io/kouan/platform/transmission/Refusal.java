package io.kouan.platform.transmission;

import java.util.Map;

/**
 * Why something is not done.
 *
 * @param message id of the message
 * @param field where it stands, empty for the whole
 * @param values what the message names
 */
public record Refusal(String message, String field, Map<String, String> values) {

    public Refusal {
        values = Map.copyOf(values);
    }

    static Refusal of(String message) {
        return new Refusal(message, "", Map.of());
    }

    static Refusal at(String field, String message) {
        return new Refusal(message, field, Map.of());
    }
}
