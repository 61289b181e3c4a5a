package io.kouan.platform.portal;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;

class SignInTest extends PortalTest {

    private final MockMvc browser;
    private final JdbcClient db;
    private final PasswordEncoder passwords;

    @Autowired
    SignInTest(MockMvc browser, JdbcClient db, PasswordEncoder passwords) {
        this.browser = browser;
        this.db = db;
        this.passwords = passwords;
    }

    @BeforeEach
    void fill() {
        Fixture.people(db, passwords);
    }

    @Test
    void whoeverHasNotSignedInIsSentToTheForm() throws Exception {
        browser.perform(get("/messages")).andExpect(redirectedUrl("/signin"));
    }

    @Test
    void aPartOfAPageSendsTheWholePageToTheForm() throws Exception {
        browser.perform(get("/messages").header("HX-Request", "true"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("HX-Redirect", "/signin"));
    }

    @Test
    void theRightPasswordOpensThePages() throws Exception {
        browser.perform(attempt("merchant", Fixture.PASSWORD)).andExpect(redirectedUrl("/"));
    }

    @Test
    void anUnknownLoginAndAWrongPasswordGetTheSameAnswer() throws Exception {
        browser.perform(attempt("merchant", "wrong")).andExpect(redirectedUrl("/signin?failed"));
        browser.perform(attempt("nobody", "wrong")).andExpect(redirectedUrl("/signin?failed"));
    }

    @Test
    void afterFiveFailuresEvenTheRightPasswordHasToWaitForKnownAndUnknownLoginsAlike() throws Exception {
        for (int i = 0; i < 5; i++) {
            browser.perform(attempt("merchant", "wrong")).andExpect(redirectedUrl("/signin?failed"));
            browser.perform(attempt("nobody", "wrong")).andExpect(redirectedUrl("/signin?failed"));
        }

        browser.perform(attempt("merchant", Fixture.PASSWORD)).andExpect(redirectedUrl("/signin?wait"));
        browser.perform(attempt("nobody", Fixture.PASSWORD)).andExpect(redirectedUrl("/signin?wait"));
        browser.perform(attempt("payment", Fixture.PASSWORD)).andExpect(redirectedUrl("/"));
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        browser.perform(post("/signin").param("login", "merchant").param("password", Fixture.PASSWORD))
                .andExpect(status().isForbidden());
    }

    @Test
    void pagesForbidEverythingInlineAndShowTheSandboxBanner() throws Exception {
        browser.perform(get("/signin"))
                .andExpect(header().string("Content-Security-Policy", Matchers.containsString("script-src 'self';")))
                .andExpect(header().string("Content-Security-Policy", Matchers.not(Matchers.containsString("unsafe"))))
                .andExpect(content().string(Matchers.containsString("沙箱环境")));
        browser.perform(get("/signin").param("lang", "en"))
                .andExpect(content().string(Matchers.containsString("This is not the real customs")));
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder attempt(
            String login, String password) {
        return post("/signin").param("login", login).param("password", password).with(csrf());
    }
}
