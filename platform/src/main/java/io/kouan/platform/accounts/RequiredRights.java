package io.kouan.platform.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
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

    RequiredRights(Permissions permissions, CurrentActor current) {
        this.permissions = permissions;
        this.current = current;
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
        throw new ResponseStatusException(HttpStatus.FORBIDDEN);
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
