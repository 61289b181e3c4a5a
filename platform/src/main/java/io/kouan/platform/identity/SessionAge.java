package io.kouan.platform.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions by the port's clock (roles.md section 5): after thirty minutes in which nobody was at work, and after eight hours in any
 * case. A page that renews itself is nobody at work.
 */
public final class SessionAge extends OncePerRequestFilter {

    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(8);
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final Clock clock;

    public SessionAge(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null && isSignedIn(session)) {
            long now = clock.millis();
            long since = since(session, now);
            long seen = seen(session, since);
            if (now - since >= LONGEST.toMillis() || now - seen >= IDLE.toMillis()) {
                session.invalidate();
                SecurityContextHolder.clearContext();
                leave(request, response);
                return;
            }
            if (isWork(request) && now - seen >= NOTED_EVERY.toMillis()) {
                session.setAttribute(SignedIn.SEEN, now);
            }
        }
        chain.doFilter(request, response);
    }

    private static boolean isSignedIn(HttpSession session) {
        return session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
    }

    /** A session that began at another door is counted from the first time that it comes by here. */
    private static long since(HttpSession session, long now) {
        if (session.getAttribute(SignedIn.SINCE) instanceof Long since) {
            return since;
        }
        session.setAttribute(SignedIn.SINCE, now);
        session.setAttribute(SignedIn.SEEN, now);
        return now;
    }

    private static long seen(HttpSession session, long since) {
        return session.getAttribute(SignedIn.SEEN) instanceof Long at ? at : since;
    }

    private static boolean isWork(HttpServletRequest request) {
        return request.getHeader("HX-Request") == null || !"GET".equals(request.getMethod());
    }

    /** ERR_SESSION, on the form to sign in. */
    private static void leave(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var form = request.getContextPath() + "/signin?expired";
        if (request.getHeader("HX-Request") == null) {
            response.sendRedirect(form);
        } else {
            response.setHeader("HX-Redirect", form);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }
}
