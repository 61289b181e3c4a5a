package io.kouan.platform.portal;

import io.kouan.platform.accounts.BrowserPolicy;
import io.kouan.platform.accounts.PublicPages;
import io.kouan.platform.identity.SessionAge;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * Who gets to which page, and what browsers are told to refuse.
 *
 * <p>People sign in with a form; their session lives in the database. The API is not part of this chain: it knows
 * channels, not people. The style sheets and scripts are files of our own, so the policy forbids everything inline.
 */
@Configuration(proxyBeanMethods = false)
class PeopleSecurity {

    private static final String FORM = "/signin";

    private static final String POLICY = BrowserPolicy.PAGES;

    /** Swagger UI writes style attributes; it gets that permission, on its own pages and nowhere else. */
    private static final String API_BROWSER_POLICY =
            POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

    @Bean
    @Order(50)
    SecurityFilterChain apiBrowser(HttpSecurity http) {
        return http.securityMatcher("/api", "/swagger-ui/**", "/v3/api-docs/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(
                        headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(API_BROWSER_POLICY)))
                .build();
    }

    /** Where somebody wanted to go before signing in. */
    @Bean
    RequestCache wantedPages() {
        return new CookieRequestCache();
    }

    @Bean
    PublicPages pagesForEverybody() {
        return PublicPages.of("/signin", "/lint", "/docs/**", "/error");
    }

    @Bean
    @Order(100)
    SecurityFilterChain pages(HttpSecurity http, Clock clock, RequestCache wanted, List<PublicPages> open) {
        var paths = open.stream().flatMap(pages -> pages.patterns().stream()).toArray(String[]::new);
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(paths)
                                .permitAll()
                                .requestMatchers("/assets/**", "/vendor/**", "/webjars/**", "/favicon.ico")
                                .permitAll()
                                .requestMatchers("/actuator/health/**")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .addFilterBefore(new SessionAge(clock), AuthorizationFilter.class)
                .requestCache(cache -> cache.requestCache(wanted))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(PeopleSecurity::askToSignIn))
                .logout(logout -> logout.logoutUrl("/signout").logoutSuccessUrl("/signin?out"))
                // having a message checked changes nothing and knows nobody; its form must also work when it is too
                // large
                // asking whether certificates count is done by programs and changes nothing either
                .csrf(csrf -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository())
                        .ignoringRequestMatchers("/lint", "/pki/ocsp"))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    /** To the form. Where only a part of a page was asked for, the whole page has to go there, not just the part. */
    private static void askToSignIn(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        if (request.getHeader("HX-Request") == null) {
            response.sendRedirect(request.getContextPath() + FORM);
        } else {
            response.setHeader("HX-Redirect", request.getContextPath() + FORM);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }
}
