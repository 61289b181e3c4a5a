package io.kouan.platform.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.kouan.platform.TestPort;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;

/** What tests in a real Chromium have in common: one browser a class, people who sign in, and what is held against every page. */
@EnabledIf("chromiumIsInstalled")
abstract class InBrowser {

    static Chromium chromium;

    private final List<String> complaints = new ArrayList<>();

    static boolean chromiumIsInstalled() {
        return Chromium.installed().isPresent();
    }

    @BeforeAll
    static void openBrowser() {
        chromium = Chromium.open();
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    /** Whatever {@link #look} found on the pages of a test. */
    @AfterEach
    void nothingIsWrongWithThePages() {
        assertThat(complaints).isEmpty();
    }

    /** The server that is visited. */
    TestPort port() {
        return TestPort.shared();
    }

    String address(String path) {
        return port().address(path);
    }

    /** Somebody of the sandbox, signed in and reading Chinese. */
    Page signedIn(BrowserContext context, String login) {
        return signedIn(context, login, port().password(login));
    }

    Page signedIn(BrowserContext context, String login, String password) {
        return signedIn(context, login, password, "zh");
    }

    Page signedIn(BrowserContext context, String login, String password, String language) {
        var page = Chromium.signInForm(context, address(""), language);
        Chromium.signIn(page, login, password);
        page.locator("header .k-person").waitFor();
        return page;
    }

    /** Holds the page against the rules for all pages. */
    void look(Page page) {
        complaints.addAll(Chromium.complaints(page));
    }

    /** The same, and leaves a picture of it. */
    void look(Page page, String name) {
        Chromium.complaints(page).forEach(complaint -> complaints.add(name + ": " + complaint));
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screens", name + ".png"))
                .setFullPage(true));
    }

    /** The same on a laptop and on a phone. */
    void lookWideAndNarrow(Page page) {
        look(page);
        var laptop = page.viewportSize();
        page.setViewportSize(390, 844);
        complaints.addAll(Chromium.flaws(page));
        page.setViewportSize(laptop.width, laptop.height);
    }
}
