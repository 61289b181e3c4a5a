package io.kouan.platform.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Holds every page against the permissions matrix before it is asked: the one place where {@link Requires} is enforced. */
@Component
class RequiredRights implements HandlerInterceptor, WebMvcConfigurer {

    private final Permissions permissions;
    private final CurrentActor current;
    private final ApplicationEventPublisher events;

    RequiredRights(Permissions permissions, CurrentActor current, ApplicationEventPublisher events) {
        this.permissions = permissions;
        this.current = current;
        this.events = events;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var required = required(handler);
        if (required.isEmpty()) {
            return true;
        }
        var roles = current.of(request).map(Actor::roles);
        var needed = required.get();
        if (permissions.allow(roles.orElse(Set.of(Role.VISITOR)), needed.function(), needed.right())) {
            return true;
        }
        if (roles.isEmpty()) {
            throw new AuthenticationCredentialsNotFoundException("nobody has signed in");
        }
        tell(request, needed.function());
        throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }

    /** A page may refuse by itself what the matrix allows; that counts as much. */
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (handler instanceof HandlerMethod && response.getStatus() == HttpStatus.FORBIDDEN.value()) {
            tell(request, "");
        }
    }

    private void tell(HttpServletRequest request, String needed) {
        current.of(request)
                .ifPresent(actor -> events.publishEvent(new PageRefused(
                        actor.login(),
                        actor.name(),
                        actor.roles(),
                        request.getMethod(),
                        request.getRequestURI(),
                        needed)));
    }

    private static Optional<Requires> required(Object handler) {
        if (!(handler instanceof HandlerMethod page)) {
            return Optional.empty();
        }
        return Optional.ofNullable(page.getMethodAnnotation(Requires.class))
                .or(() -> Optional.ofNullable(
                        AnnotatedElementUtils.findMergedAnnotation(page.getBeanType(), Requires.class)));
    }
}
