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
}
