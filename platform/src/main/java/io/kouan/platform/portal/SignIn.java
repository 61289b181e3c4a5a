package io.kouan.platform.portal;

import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.SignInFailures;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Compares login and password (登录).
 *
 * <p>Says the same, after the same work, whether the login is unknown or the password wrong. After repeated failures the
 * password is no longer looked at for a while. What is kept in the session is the login alone; what the person may do is
 * read anew for each request.
 */
@Component
class SignIn implements AuthenticationProvider {

    private final People people;
    private final SignInFailures failures;
    private final PasswordEncoder passwords;
    private final String hashOfNobody;

    SignIn(People people, SignInFailures failures, PasswordEncoder passwords) {
        this.people = people;
        this.failures = failures;
        this.passwords = passwords;
        this.hashOfNobody = passwords.encode(UUID.randomUUID().toString());
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var login = attempt.getName();
        var address =
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        if (failures.areTooMany(login, address)) {
            throw new LockedException("too many failures");
        }
        var hash = people.passwordHash(login);
        boolean fits = passwords.matches(String.valueOf(attempt.getCredentials()), hash.orElse(hashOfNobody));
        var person = people.find(login);
        if (!fits || person.isEmpty()) {
            failures.add(login, address);
            throw new BadCredentialsException("login or password wrong");
        }
        failures.forgive(login, address);
        return UsernamePasswordAuthenticationToken.authenticated(
                person.orElseThrow().login(), "", List.of(new SimpleGrantedAuthority("ROLE_PERSON")));
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    /** Back to the form, which says that it failed, or that it is time to wait. */
    void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        response.sendRedirect(
                request.getContextPath() + (why instanceof LockedException ? "/signin?wait" : "/signin?failed"));
    }
}
