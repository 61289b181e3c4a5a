package io.kouan.platform.portal;

import io.kouan.platform.accounts.People;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Finds out who looks at a page: read from the database once per request, so that a removed person is out at once. */
@Component
class Viewers {

    private static final String KNOWN = Viewers.class.getName();

    private final People people;

    Viewers(People people) {
        this.people = people;
    }

    /** The viewer; empty where nobody has signed in, or the person is no longer known. */
    Optional<Viewer> find(HttpServletRequest request) {
        if (request.getAttribute(KNOWN) instanceof Viewer viewer) {
            return Optional.of(viewer);
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        var found = people.find(authentication.getName()).map(person -> new Viewer(person, person.scope()));
        found.ifPresent(viewer -> request.setAttribute(KNOWN, viewer));
        return found;
    }
}
