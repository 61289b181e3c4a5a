package io.kouan.platform.forms;

import java.util.Map;

/** A room that knows something about enterprises with which forms are filled in beforehand. */
public interface ProfileSource {

    /** Values by field, as far as there are any; what the profile says itself goes first. */
    Map<String, String> of(long enterprise);
}
