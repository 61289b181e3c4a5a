package io.kouan.platform.forms.check;

import io.kouan.platform.forms.definition.Fact;
import java.time.LocalDate;
import java.util.Map;

/**
 * What a form is looked at against.
 *
 * @param today in the port's time zone
 * @param facts about enterprise, session and other cases, by {@link Fact#id}
 * @param profile verified values of the enterprise's profile
 * @param others answers of other forms of the same case, as {@code form.field}
 */
public record Surroundings(
        LocalDate today, Map<String, String> facts, Map<String, String> profile, Map<String, String> others) {

    public Surroundings {
        facts = Map.copyOf(facts);
        profile = Map.copyOf(profile);
        others = Map.copyOf(others);
    }

    /** Nobody is known and nothing is on file. */
    public static Surroundings on(LocalDate today) {
        return new Surroundings(today, Map.of(), Map.of(), Map.of());
    }

    String fact(String id) {
        return facts.getOrDefault(id, "");
    }
}
