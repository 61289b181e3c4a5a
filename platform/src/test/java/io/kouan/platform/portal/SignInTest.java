package io.kouan.platform.portal;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class SignInTest extends PortalTest {

    @Autowired
    private MockMvc browser;

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
        browser.perform(attempt("merchant", sandbox().password("merchant"))).andExpect(redirectedUrl("/start"));
    }

    @Test
    void anUnknownLoginAndAWrongPasswordGetTheSameAnswer() throws Exception {
        browser.perform(attempt("merchant", "wrong")).andExpect(redirectedUrl("/signin?failed"));
        browser.perform(attempt("nobody", "wrong")).andExpect(redirectedUrl("/signin?failed"));
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        browser.perform(post("/signin").param("login", "merchant").param("password", "any"))
                .andExpect(status().isForbidden());
        browser.perform(post("/signout")).andExpect(status().isForbidden());
    }

    @Test
    void pagesForbidEverythingInlineAndShowTheSandboxBanner() throws Exception {
        browser.perform(get("/signin"))
                .andExpect(header().string("Content-Security-Policy", containsString("script-src 'self';")))
                .andExpect(header().string("Content-Security-Policy", not(containsString("unsafe"))))
                .andExpect(content().string(containsString("沙箱环境")));
        browser.perform(get("/signin").param("lang", "en"))
                .andExpect(content().string(containsString("This is not the real customs")));
    }

    @Test
    void theSandboxListsItsDemoAccounts() throws Exception {
        browser.perform(get("/signin"))
                .andExpect(content().string(containsString(sandbox().password("operator"))))
                .andExpect(content().string(containsString("珠海沙箱电子商务有限公司")));
    }

    private static MockHttpServletRequestBuilder attempt(String login, String password) {
        return post("/signin").param("login", login).param("password", password).with(csrf());
    }
}
