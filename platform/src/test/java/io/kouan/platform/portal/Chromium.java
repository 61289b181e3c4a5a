package io.kouan.platform.portal;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium of this machine, or the one that {@code KOUAN_BROWSER} names; nothing is fetched. */
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    static Optional<Path> installed() {
        var named = Optional.ofNullable(System.getenv("KOUAN_BROWSER")).map(Path::of);
        var usual = Stream.of("chromium", "chromium-browser", "google-chrome").map(name -> Path.of("/usr/bin", name));
        return Stream.concat(named.stream(), usual).filter(Files::isExecutable).findFirst();
    }

    static Chromium open() {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options = new BrowserType.LaunchOptions()
                .setExecutablePath(installed().orElseThrow())
                .setArgs(ARGUMENTS);
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    BrowserContext laptop() {
        return context(new Browser.NewContextOptions().setViewportSize(1366, 768));
    }

    BrowserContext laptopWithoutScript() {
        return context(
                new Browser.NewContextOptions().setViewportSize(1366, 768).setJavaScriptEnabled(false));
    }

    BrowserContext phone() {
        return context(new Browser.NewContextOptions().setViewportSize(390, 844));
    }

    /** A new window with the sign-in form in that language. */
    static Page signInForm(BrowserContext context, String base, String language) {
        var page = context.newPage();
        page.navigate(base + "/signin?lang=" + language);
        return page;
    }

    static void signIn(Page page, String login, String password) {
        page.fill("#login", login);
        page.fill("#password", password);
        page.locator("main form button").first().click();
    }

    /** What is wrong with a page: barriers and flaws. */
    static List<String> complaints(Page page) {
        return Stream.concat(flaws(page).stream(), barriers(page).stream()).toList();
    }

    /** Barriers for people who use assistive technology. */
    static List<String> barriers(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule -> page.url() + ": " + rule.getId() + " "
                                + rule.getNodes().getFirst().getHtml())
                        .toList();
    }

    /** What sticks out of the window, and what has no text in this language. */
    static List<String> flaws(Page page) {
        var where = page.url() + " at " + page.viewportSize().width + ": ";
        var texts = page.locator("body").innerText();
        var missing = texts.contains("??") ? Stream.of(where + "lacks a text") : Stream.<String>of();
        int width = (Integer) page.evaluate("document.documentElement.scrollWidth");
        var overflow =
                width > page.viewportSize().width ? Stream.of(where + "is " + width + " wide") : Stream.<String>of();
        return Stream.concat(missing, overflow).toList();
    }

    @Override
    public void close() {
        playwright.close();
    }

    private BrowserContext context(Browser.NewContextOptions options) {
        var context = browser.newContext(options);
        context.setDefaultTimeout(Duration.ofSeconds(20).toMillis());
        return context;
    }
}
