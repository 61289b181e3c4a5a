package io.kouan.platform.onboarding;

import io.kouan.platform.accounts.Actor;
import java.util.Set;

/** The guide mode of the sandbox (导航代办), where it is on: the page asks which steps it could go on with. */
public interface GuideMode {

    /** Ids of the steps on which a desk of the port could act at once. */
    Set<String> waiting(Actor reader);
}
