package io.kouan.platform.forms.page;

import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Person;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives a page the {@link Actor}: the person who has signed in, read anew for each request, in the roles that this session
 * gives them. The legal person's role comes with the card of the session and with nothing else (SOD-09).
 */
@Component
class ActorArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    /** Session attribute: which card the session was opened with. */
    static final String CARD = "kouan.card";

    private final People people;

    ActorArgument(People people) {
        this.people = people;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Actor resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var login = authentication == null ? "" : authentication.getName();
        var session = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class))
                .getSession(false);
        var card = session == null || session.getAttribute(CARD) == null
                ? "none"
                : session.getAttribute(CARD).toString();
        return people.find(login)
                .map(person -> actor(person, card))
                .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("nobody has signed in"));
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
        return new Actor(person.login(), person.displayName(), enterprise, roles, card);
    }
}
