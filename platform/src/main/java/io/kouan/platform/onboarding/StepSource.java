package io.kouan.platform.onboarding;

import java.util.Optional;

/**
 * A room that knows more of a step of the road (企业接入导航) than the newest record of its form says. Contributed as a bean; what it
 * says goes before what the form says.
 */
public interface StepSource {

    /** Id of the step, A1 to E, as in {@code road.yaml}. */
    String step();

    /** How far an enterprise has come with it; empty where the room has nothing to say. */
    Optional<Progress> of(long enterprise);
}
