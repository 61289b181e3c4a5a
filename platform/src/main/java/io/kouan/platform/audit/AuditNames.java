package io.kouan.platform.audit;

import io.kouan.ceb.finding.Language;
import java.util.Optional;

/** Names for what entries speak of; each room names what it puts into the log, so that the viewer needs to know none of them. */
public interface AuditNames {

    /** The name of what something was done to, for example a form's title. */
    Optional<String> kind(String kind, Language language);

    /** The name of what was done to it. */
    Optional<String> action(String kind, String action, Language language);

    /** The name of a role. */
    default Optional<String> role(String role, Language language) {
        return Optional.empty();
    }

    /** What a refusal says, by the id of its message. */
    default Optional<String> result(String message, Language language) {
        return Optional.empty();
    }

    /** The name of a reason that was chosen from a list. */
    default Optional<String> reason(String code, Language language) {
        return Optional.empty();
    }

    /** The name of a place that changed, for example a field's label. */
    default Optional<String> field(String kind, String place, Language language) {
        return Optional.empty();
    }

    /** What the value at a place means, where it is a code. */
    default Optional<String> value(String kind, String place, String value, Language language) {
        return Optional.empty();
    }
}
