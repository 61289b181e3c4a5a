package io.kouan.platform.forms;

import java.util.Map;

/** Gives facts that conditions of forms may ask for; each room gives those it knows. */
public interface FactSource {

    /** Facts about an enterprise, by the id of {@link io.kouan.platform.forms.definition.Fact}. */
    Map<String, String> facts(long enterprise);
}
