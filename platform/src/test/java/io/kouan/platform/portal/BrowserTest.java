package io.kouan.platform.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.kouan.platform.portal.SandboxWorld.Kind.INVENTORY;
import static io.kouan.platform.portal.SandboxWorld.Kind.ORDER;
import static io.kouan.platform.portal.SandboxWorld.Kind.PAYMENT;
import static io.kouan.platform.portal.SandboxWorld.Kind.WAYBILL;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.kouan.ceb.sample.Defect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The pages in a real Chromium: what people do with them, on a laptop and on a phone, in both languages. */
@EnabledIf("chromiumIsInstalled")
class BrowserTest extends PortalTest {

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
    void somebodySignsInLooksAtAReturnedInventoryAndSignsOut() {
        var sent =
                sandbox().send(Defect.PAYMENT_AMOUNT_DIFFERS.in(sandbox().chain()), ORDER, PAYMENT, WAYBILL, INVENTORY);
        try (var context = chromium.laptop()) {
            var page = signedIn(context, "operator", "zh");
            assertThat(page.locator("h1")).hasText("概览");

            page.locator("nav a[href='/messages']").click();
            page.fill("#q", sent.chain().orderNo());
            page.locator("form[role=search] button").click();
            assertThat(page.locator("tbody tr")).hasCount(4);

            page.locator("a[href$='/messages/" + sent.at(INVENTORY) + "']").click();
            assertThat(page.locator(".k-timeline")).containsText("100 海关退单");
            assertThat(page.locator(".k-timeline .k-explained")).containsText("1332");
            assertThat(page.locator(".k-timeline .k-explained dt")).containsText(new String[] {"原因", "办法"});
            assertThat(page.locator(".k-checks")).containsText("已在口岸登记");

            page.locator("a[href$='/orders/" + sent.chain().orderNo() + "']").click();
            assertThat(page.locator("td.is-different")).hasCount(2);

            page.locator(".k-person summary").click();
            page.locator("form[action$='/signout'] button").click();
            assertThat(page.locator("[role=status]")).hasText("您已退出登录。");
        }
    }

    @Test
    void aSecondClickOnTheButtonSignsInAllTheSame() {
        try (var context = chromium.laptop()) {
            var page = signInForm(context, "zh");
            page.fill("#login", "merchant");
            page.fill("#password", sandbox().password("merchant"));
            page.locator("main form button").dblclick();

            assertThat(page.locator("h1")).hasText("概览");
            page.navigate(address("/signin"));
            assertThat(page.locator("h1")).hasText("概览");
        }
    }

    @Test
    void aWrongPasswordIsSaidInTheLanguageOfThePage() {
        try (var context = chromium.laptop()) {
            var page = signInForm(context, "en");
            page.fill("#login", "merchant");
            page.fill("#password", "wrong");
            page.locator("main form button").click();

            assertThat(page.locator("[role=alert]")).containsText("The login name or password is wrong");
            assertThat(page.locator("html")).hasAttribute("lang", "en");
        }
    }

    @Test
    void theLanguageChosenOnceStays() {
        try (var context = chromium.laptop()) {
            var page = signInForm(context, "zh");
            page.locator("a[hreflang=en]").click();
            signIn(page, "merchant");

            assertThat(page.locator("h1")).hasText("Overview");
            page.locator("nav a[href='/messages']").click();
            assertThat(page.locator("h1")).hasText("Messages");
        }
    }

    @Test
    void theOverviewRenewsItselfWithoutReload() {
        sandbox().send(sandbox().chain(), ORDER);
        try (var context = chromium.laptop()) {
            var page = signedIn(context, "merchant", "zh");
            page.evaluate("window.sameDocument = true");

            var sent = sandbox().send(sandbox().chain(), ORDER);

            assertThat(page.locator("#live a[href$='/messages/" + sent.at(ORDER) + "']"))
                    .isVisible();
            assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
        }
    }

    @Test
    void theListIsFilteredWhereItStandsAndPagedOlderAndBack() {
        var refused = sandbox().sendChanged(sandbox().chain().parts().getFirst(), BrowserTest::broken);
        sandbox().sendOrders(51);
        try (var context = chromium.laptop()) {
            var page = signedIn(context, "merchant", "zh");
            page.navigate(address("/messages"));
            var rows = page.locator("tbody tr");
            assertThat(rows).hasCount(50);
            var newest = rows.first().locator("a").getAttribute("href");

            page.locator("a[rel=next]").click();
            assertThat(page.locator("a[rel=prev]")).isVisible();
            assertThat(page.locator("a[href='" + newest + "']")).hasCount(0);
            page.locator("a[rel=prev]").click();
            assertThat(rows.first().locator("a")).hasAttribute("href", newest);

            // choosing alone filters once the script is there
            page.waitForLoadState();
            page.selectOption("#verdict", "refused");
            assertThat(page.locator("tbody a[href$='/messages/" + refused + "']"))
                    .isVisible();
            assertThat(page.locator("tbody tr:not(.is-refused)")).hasCount(0);
            assertThat(page).hasURL(Pattern.compile("verdict=refused"));

            page.selectOption("#type", "CEB711");
            assertThat(page.locator(".k-empty")).containsText("没有符合条件的报文");
            page.locator(".k-empty a").click();
            assertThat(rows).hasCount(50);
        }
    }

    @Test
    void aRefusedMessageShowsItsFindingsAtTheirLines() {
        long refused = sandbox().sendChanged(sandbox().chain().parts().getFirst(), BrowserTest::broken);
        try (var context = chromium.laptop()) {
            var page = signedIn(context, "merchant", "zh");
            page.navigate(address("/messages/" + refused));

            var finding = page.locator(".k-findings li").filter(new Locator.FilterOptions().setHasText("appType"));
            assertThat(finding.first()).containsText("CEB-2");
            var line = finding.first().locator("a.k-goto").getAttribute("href");
            assertThat(page.locator(line)).containsText("appType");
            assertThat(page.locator(line + " + .k-pin")).containsText("CEB-2");
            finding.first().locator("a.k-goto").click();
            assertThat(page.locator(line)).isInViewport();
            assertThat(page.locator(".k-checks li.is-failed")).containsText("摘要");
            assertThat(page.locator(".k-timeline")).isVisible();
        }
    }

    @Test
    void anybodyDropsABrokenMessageAndSeesTheFindingAtItsLine() {
        var text = broken(sandbox().signed(sandbox().chain().parts().getFirst()).utf8());
        try (var context = chromium.laptop()) {
            var page = context.newPage();
            page.navigate(address("/lint"));
            var dropped = page.evaluateHandle("""
                    text => { const data = new DataTransfer();
                              data.items.add(new File([text], "broken.xml", {type: "text/xml"})); return data; }
                    """, text);
            page.locator("[data-drop]").dispatchEvent("drop", Map.of("dataTransfer", dropped));

            assertThat(page.locator(".k-verdict")).containsText("broken.xml");
            assertThat(page.locator(".k-line.is-noted").first()).containsText("appType");
            assertThat(page.locator(".k-pin").first()).containsText("CEB-2");
            assertThat(page.locator(".k-checks li.is-failed")).containsText("摘要");
        }
    }

    @Test
    void aGoodMessageIsPastedAndCheckedWithoutScriptToo() {
        var text = sandbox().signed(sandbox().chain().parts().getFirst()).utf8();
        for (boolean script : List.of(true, false)) {
            try (var context = script ? chromium.laptop() : chromium.laptopWithoutScript()) {
                var page = context.newPage();
                page.navigate(address("/lint?lang=en"));
                page.fill("#text", text);
                page.locator("main form button").click();

                assertThat(page.locator(".k-verdict")).hasClass(Pattern.compile("good|wait"));
                assertThat(page.locator(".k-checks")).containsText("On file at this port");
            }
        }
    }

    @Test
    void aFileThatIsTooLargeGetsAPageThatSaysSo() {
        try (var context = chromium.laptopWithoutScript()) {
            var page = context.newPage();
            page.navigate(address("/lint"));
            page.setInputFiles("#file", new FilePayload("large.xml", "text/xml", new byte[2 * 1024 * 1024 + 1]));
            page.locator("main form button").click();

            assertThat(page.locator("h1")).hasText("文件太大");
        }
    }

    @Test
    void everyPageIsAccessibleAndFitsTheScreenInBothLanguages() {
        var sent =
                sandbox().send(Defect.PAYMENT_AMOUNT_DIFFERS.in(sandbox().chain()), ORDER, PAYMENT, WAYBILL, INVENTORY);
        long refused = sandbox().sendChanged(sandbox().chain().parts().getFirst(), BrowserTest::broken);
        var addresses = List.of(
                "/",
                "/dashboard",
                "/messages",
                "/messages?type=CEB711&verdict=refused",
                "/messages/" + sent.at(INVENTORY),
                "/messages/" + refused,
                "/orders/" + sent.chain().orderNo(),
                "/lint",
                "/docs/errors?q=1332",
                "/docs/messages",
                "/docs/messages/CEB621",
                "/nowhere");
        var complaints = new ArrayList<String>();
        try (var laptop = chromium.laptop();
                var phone = chromium.phone();
                var englishPhone = chromium.phone()) {
            // the structure is the same in every size and language, and its check takes seconds for a page
            complaints.addAll(
                    complaints(laptop, "zh", addresses, page -> join(Chromium.flaws(page), Chromium.barriers(page))));
            complaints.addAll(complaints(phone, "zh", addresses, Chromium::flaws));
            complaints.addAll(complaints(englishPhone, "en", addresses, Chromium::flaws));
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void everyFormPageIsAccessibleAndNamesEachFaultAtItsField() {
        db.sql(
                        "update person set roles = roles || '{ENT_ADMIN}' where login = 'warehouse' and not 'ENT_ADMIN' = any(roles)")
                .update();
        var complaints = new ArrayList<String>();
        try (var context = chromium.phone()) {
            var page = signedIn(context, "warehouse", "zh");
            page.navigate(address("/guide"));
            complaints.addAll(join(Chromium.flaws(page), Chromium.barriers(page)));
            page.navigate(address("/forms/foreign_trade_operator"));
            complaints.addAll(join(Chromium.flaws(page), Chromium.barriers(page)));
            page.locator("main form[method=post] button").first().click();
            page.locator(".k-tasks a").first().waitFor();
            complaints.addAll(join(Chromium.flaws(page), Chromium.barriers(page)));

            page.locator(".k-tasks a").first().click();
            page.locator("form.k-question").waitFor();
            complaints.addAll(join(Chromium.flaws(page), Chromium.barriers(page)));
            page.locator("form.k-question button.btn-primary").click();
            var fault = page.locator("#faults a").first();
            assertThat(fault).isVisible();
            assertThat(page.locator(fault.getAttribute("href"))).isVisible();
            complaints.addAll(join(Chromium.flaws(page), Chromium.barriers(page)));
        }
        assertThat(complaints).isEmpty();
    }

    private List<String> complaints(
            BrowserContext context, String language, List<String> addresses, Function<Page, List<String>> look) {
        var page = signInForm(context, language);
        var complaints = new ArrayList<>(look.apply(page));
        signIn(page, "operator");
        for (String address : addresses) {
            page.navigate(address(address));
            complaints.addAll(look.apply(page));
        }
        return complaints;
    }

    private static List<String> join(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static String broken(String message) {
        return message.replaceFirst("<ceb:appType>1<", "<ceb:appType>12<");
    }

    private Page signInForm(BrowserContext context, String language) {
        return Chromium.signInForm(context, address(""), language);
    }

    private Page signedIn(BrowserContext context, String login, String language) {
        var page = signInForm(context, language);
        signIn(page, login);
        return page;
    }

    private void signIn(Page page, String login) {
        Chromium.signIn(page, login, sandbox().password(login));
        page.locator("#live").waitFor();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
