package io.kouan.platform.forms.page;

import io.kouan.platform.forms.Decision;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;

/** What an officer had typed when the step was refused: shown again, for nobody types a reason twice. Lives in the session. */
@SuppressWarnings("NonApiType") // the session stores serializable types only
public record TypedDecision(
        ArrayList<String> reasons,
        String reason,
        ArrayList<String> places,
        LinkedHashMap<String, String> values,
        HashSet<String> ticks)
        implements Serializable {

    static TypedDecision of(Decision decision) {
        return new TypedDecision(
                new ArrayList<>(decision.reasons()),
                decision.reason(),
                new ArrayList<>(decision.places()),
                new LinkedHashMap<>(decision.values()),
                new HashSet<>(decision.ticks()));
    }

    static TypedDecision nothing() {
        return of(Decision.plain());
    }
}
