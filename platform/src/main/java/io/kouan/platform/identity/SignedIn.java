package io.kouan.platform.identity;

import io.kouan.platform.accounts.Account;
import io.kouan.platform.accounts.CurrentActor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.stereotype.Component;

/**
 * Begins a session (会话): under a new id and with a new token against forged forms, so that nothing that was there before the sign-in
 * helps anybody afterwards. What is kept is the login alone; what the person may do is read anew for each request.
 */
@Component
public class SignedIn {

    /** Session attribute: when the session began, milliseconds of the port's clock. */
    static final String SINCE = "kouan.since";

    /** Session attribute: when somebody was last at work in it. */
    static final String SEEN = "kouan.seen";

    /** Session attributes for the list of one's own sessions. */
    static final String BROWSER = "kouan.browser";

    static final String ADDRESS = "kouan.address";

    /** Session attribute: why the password has to be changed before anything else. */
    static final String CHANGE_PASSWORD = "kouan.password";

    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
    private final PasswordAge age;
    private final Clock clock;

    SignedIn(PasswordAge age, Clock clock) {
        this.age = age;
        this.clock = clock;
    }

    /** Begins the session of somebody who has proved a password; true where that has to be changed first. */
    boolean beginByPassword(Account account, HttpServletRequest request, HttpServletResponse response) {
        begin(account.login(), "none", request, response);
        var reason = age.change(account);
        reason.ifPresent(it -> request.getSession().setAttribute(CHANGE_PASSWORD, it.name()));
        return reason.isPresent();
    }

    /**
     * Begins the session of somebody who has proved who they are.
     *
     * @param card which card they proved it with: none, legal_person or operator
     */
    public void begin(String login, String card, HttpServletRequest request, HttpServletResponse response) {
        var former = request.getSession(false);
        if (former != null) {
            former.invalidate();
        }
        var session = request.getSession(true);
        session.setAttribute(CurrentActor.CARD, card);
        session.setAttribute(CurrentActor.CARD_LOGIN, login);
        session.setAttribute(SINCE, clock.millis());
        session.setAttribute(SEEN, clock.millis());
        session.setAttribute(ADDRESS, request.getRemoteAddr());
        session.setAttribute(BROWSER, Browsers.name(request.getHeader("User-Agent")));
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                login, "", List.of(new SimpleGrantedAuthority("ROLE_PERSON"))));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        tokens.saveToken(null, request, response);
    }
}
