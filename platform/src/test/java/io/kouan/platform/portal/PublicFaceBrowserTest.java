package io.kouan.platform.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The public face in a real Chromium: menus with and without script, on a laptop and on a phone, in both languages, for everybody. */
@EnabledIf("chromiumIsInstalled")
class PublicFaceBrowserTest extends PortalTest {

    private static final List<String> PAGES = List.of(
            "/",
            "/service",
            "/notices",
            "/downloads",
            "/downloads?tab=OTHER&category=TRAINING",
            "/contacts",
            "/guide",
            "/service-desk",
            "/register");

    private static Chromium chromium;

    static boolean chromiumIsInstalled() {
        return Chromium.installed().isPresent();
    }

    @BeforeAll
    static void open() {
        chromium = Chromium.open();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void everyPublicPageIsAccessibleAndFitsInBothLanguages() {
        var complaints = new ArrayList<String>();
        try (var laptop = chromium.laptop();
                var phone = chromium.phone();
                var englishPhone = chromium.phone()) {
            complaints.addAll(complaints(laptop, "zh", true));
            complaints.addAll(complaints(phone, "zh", false));
            complaints.addAll(complaints(englishPhone, "en", true));
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void theMenusWorkWithoutScript() {
        try (var context = chromium.laptopWithoutScript()) {
            var page = context.newPage();
            page.navigate(address("/"));
            page.locator(".k-nav summary")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("客户服务"))
                    .click();
            page.locator(".k-nav a[href='/contacts']").click();
            assertThat(page.locator("h1")).hasText("联系我们");
        }
    }

    @Test
    void onALaptopTheKeyboardNeverStopsAtAnInvisibleSwitch() {
        try (var context = chromium.laptop()) {
            var page = context.newPage();
            page.navigate(address("/verify"));
            var stops = new ArrayList<String>();
            for (int tab = 0; tab < 30; tab++) {
                page.keyboard().press("Tab");
                stops.add((String) page.evaluate("document.activeElement.id || document.activeElement.tagName"));
            }
            assertThat(stops).contains("code").doesNotContain("k-menu-switch");
        }
    }

    @Test
    void aPhoneHasOneMenuButton() {
        try (var context = chromium.phone()) {
            var page = context.newPage();
            page.navigate(address("/"));
            assertThat(page.locator(".k-nav")).isHidden();
            page.locator(".k-menu-button").click();
            assertThat(page.locator(".k-nav")).isVisible();
            page.locator(".k-nav summary").first().click();
            page.locator(".k-nav a[href='/qualification']").click();
            assertThat(page.locator("h1")).hasText("登录");
        }
    }

    @Test
    void somebodySignsInFromTheHomePageAndLandsAtTheirPlace() {
        try (var context = chromium.laptop()) {
            var page = context.newPage();
            page.navigate(address("/"));
            page.fill("#login", "editor");
            page.fill("#password", sandbox().password("editor"));
            page.locator(".k-hero-box button[type=submit]").click();
            assertThat(page.locator("h1")).hasText("内容工作台");
            var complaints = new ArrayList<String>();
            for (String place : List.of("/content", "/content/notices/new", "/content/downloads/new", "/")) {
                page.navigate(address(place));
                complaints.addAll(Chromium.flaws(page));
                complaints.addAll(Chromium.barriers(page));
            }
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void theAdministratorsPagesAreAccessibleAndFitAPhone() {
        var complaints = new ArrayList<String>();
        try (var context = chromium.phone()) {
            var page = context.newPage();
            page.navigate(address("/signin"));
            page.fill("#login", "system1");
            page.fill("#password", sandbox().password("system1"));
            page.locator("main form button[type=submit]").first().click();
            assertThat(page.locator("h1")).hasText("待复核变更");
            for (String place : List.of(
                    "/administration",
                    "/administration/offices",
                    "/administration/calendar",
                    "/administration/switches",
                    "/administration/profile")) {
                page.navigate(address(place));
                complaints.addAll(Chromium.flaws(page));
                complaints.addAll(Chromium.barriers(page));
            }
        }
        assertThat(complaints).isEmpty();
    }

    private List<String> complaints(BrowserContext context, String language, boolean barriers) {
        var complaints = new ArrayList<String>();
        var page = context.newPage();
        page.navigate(address("/?lang=" + language));
        for (String place : PAGES) {
            page.navigate(address(place));
            complaints.addAll(Chromium.flaws(page));
            if (barriers) {
                complaints.addAll(Chromium.barriers(page));
            }
        }
        return complaints;
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
