package io.kouan.platform.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Who sends a request: the person who has signed in, read anew for each request, in the roles that this session gives them. The
 * legal person's role comes with the card of the session and with nothing else (SOD-09).
 */
@Component
public class CurrentActor {

    /** Session attribute: which card the session was opened with. */
    public static final String CARD = "kouan.card";

    private static final String KNOWN = CurrentActor.class.getName();

    private final People people;

    CurrentActor(People people) {
        this.people = people;
    }

    /** The actor; empty where nobody has signed in, or the person is no longer known. */
    public Optional<Actor> of(HttpServletRequest request) {
        if (request.getAttribute(KNOWN) instanceof Actor actor) {
            return Optional.of(actor);
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        var session = request.getSession(false);
        var card = session == null || session.getAttribute(CARD) == null
                ? "none"
                : session.getAttribute(CARD).toString();
        var found = people.find(authentication.getName()).map(person -> actor(person, card));
        found.ifPresent(actor -> request.setAttribute(KNOWN, actor));
        return found;
    }

    private static Actor actor(Person person, String card) {
        var roles = EnumSet.noneOf(Role.class);
        roles.addAll(person.roles());
        roles.remove(Role.ENT_LEGAL);
        if (card.equals("legal_person")) {
            roles.add(Role.ENT_LEGAL);
        }
        var enterprise = person.enterprise()
                .map(employer -> OptionalLong.of(employer.id()))
                .orElse(OptionalLong.empty());
        return new Actor(person.login(), person.displayName(), enterprise, roles, card, person.office());
    }
}
