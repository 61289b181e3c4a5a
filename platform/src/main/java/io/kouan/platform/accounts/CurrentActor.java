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

    /** Session attribute: which card the session was opened with; counts only with {@link #CARD_LOGIN}. */
    public static final String CARD = "kouan.card";

    /**
     * Session attribute: the login that the card signed in. Somebody who signs in with a password in the same session must not
     * inherit the card.
     */
    public static final String CARD_LOGIN = "kouan.card.login";

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
        var card = card(request, authentication.getName());
        var found = people.find(authentication.getName()).map(person -> actor(person, card));
        found.ifPresent(actor -> request.setAttribute(KNOWN, actor));
        return found;
    }

    private static String card(HttpServletRequest request, String login) {
        var session = request.getSession(false);
        if (session == null || !login.equals(session.getAttribute(CARD_LOGIN))) {
            return "none";
        }
        return session.getAttribute(CARD) instanceof String card ? card : "none";
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
