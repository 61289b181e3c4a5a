package io.kouan.platform.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.kouan.platform.TestFilings;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The pages of security administrators and auditors in a real Chromium. */
@EnabledIf("chromiumIsInstalled")
class TrustBrowserTest extends PortalTest {

    private static Chromium chromium;

    @Autowired
    private ApplicationContext beans;

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
    void twoAdministratorsGiveSomebodyARoleAndTheAuditorReadsOfIt() {
        var login = "u" + UUID.randomUUID().toString().substring(0, 8);
        try (var first = chromium.laptop();
                var second = chromium.laptop();
                var third = chromium.laptop()) {
            var page = signedIn(first, "security", "zh");
            page.locator("a[href='/staff/new']").click();
            page.locator("main form button[type=submit]").click();
            assertThat(page.locator("#faults").innerText()).contains("用户名");
            page.fill("#f-username", login);
            page.fill("#f-real_name", "钱海");
            page.fill("#f-organisation", "拱北海关");
            page.fill("#f-mobile", "13800138077");
            page.locator("main form button[type=submit]").click();
            assertThat(page.locator("main").innerText()).contains(login, "只显示这一次");
            page.locator("a.btn-primary").click();
            page.check("input[value=CUS_REG_REVIEWER]");
            page.locator("form[action$='/roles'] button").click();
            assertThat(page.locator("main").innerText()).contains("已办理");

            var other = signedIn(second, "security2", "zh");
            other.locator("tr:has-text('" + login + "') button.btn-primary").click();
            assertThat(other.locator("main").innerText()).contains("已办理");

            var auditor = signedIn(third, "auditor", "zh");
            auditor.fill("#object", login);
            auditor.locator("form[role=search] button").click();
            assertThat(auditor.locator("tbody").first().innerText()).contains("复核通过角色", "申请授予角色", "新增");
        }
    }

    @Test
    void everyPageIsAccessibleAndFitsTheScreenInBothLanguages() {
        new TestFilings(beans::getBean).filed();
        var complaints = new ArrayList<String>();
        var staff = List.of("/staff", "/staff/new", "/staff/accounts/registrar", "/staff/review");
        var audit = List.of("/audit", "/audit?object=NONE");
        try (var laptop = chromium.laptop();
                var phone = chromium.phone()) {
            complaints.addAll(look(laptop, "security", "zh", staff));
            complaints.addAll(look(phone, "security2", "en", staff));
        }
        try (var laptop = chromium.laptop();
                var phone = chromium.phone()) {
            complaints.addAll(look(laptop, "auditor", "zh", audit));
            complaints.addAll(look(phone, "auditor", "en", audit));
        }
        assertThat(complaints).isEmpty();
    }

    private List<String> look(BrowserContext context, String login, String language, List<String> paths) {
        var complaints = new ArrayList<String>();
        var page = signedIn(context, login, language);
        for (String path : paths) {
            page.navigate(address(path));
            page.locator("summary:visible").all().stream().skip(1).limit(1).forEach(it -> it.click());
            complaints.addAll(Chromium.complaints(page));
        }
        return complaints;
    }

    private Page signedIn(BrowserContext context, String login, String language) {
        var page = Chromium.signInForm(context, address(""), language);
        Chromium.signIn(page, login, sandbox().password(login));
        page.locator("main h1").waitFor();
        return page;
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
