package io.kouan.platform.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.kouan.platform.TestEnterprise;
import io.kouan.platform.TestPort;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.port.PortTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The local filing in a real browser, from the first form to the first sign-in at the customs entry. */
class LocalFilingBrowserTest extends InBrowser {

    private static final TestPort PORT = TestPort.shared();
    private static final String PASSWORD = "Kouan-2026";

    private final TestEnterprise company = TestEnterprise.of(PORT);
    private final String code = company.customsCode();
    private final Actor user =
            new Actor("kf" + company.id(), "张海", OptionalLong.of(company.id()), Set.of(Role.CS_USER), "none");

    @Test
    void theLocalFilingRunsFromItsPapersToTheFirstSignInAtAnEntry() {
        prepared();
        try (var laptop = chromium.laptop();
                var phone = chromium.phone();
                var agents = chromium.laptop();
                var seconds = chromium.laptop();
                var centre = chromium.laptop();
                var centre2 = chromium.laptop();
                var entry = chromium.laptop()) {
            var page = signedIn(laptop, user.login(), PASSWORD);
            page.navigate(address("/service-desk/tickets/new"));
            page.check("input[name=template][value=LOCAL_FILING]");
            page.locator("main form button.btn-primary").click();
            assertThat(page.locator("[aria-labelledby=local-papers-title] > ol > li"))
                    .hasCount(3);
            look(page, "local-filing-papers");
            var ticket = page.url().replaceAll("[?#].*", "");
            page.navigate(ticket + "?lang=en");
            look(page, "local-filing-papers-en");
            page.navigate(ticket + "?lang=zh");
            var small = signedIn(phone, user.login(), PASSWORD);
            small.navigate(ticket);
            look(small, "local-filing-papers-phone");

            page.locator("form[action$='/kjds_003_power_of_attorney'] button").click();
            look(page, "local-filing-form");
            page.locator("main .k-tasks a").first().click();
            look(page, "local-filing-form-section");
            forms();
            page.navigate(ticket);
            page.locator("form[action$='/local-filing/sheet'] button").click();
            assertThat(page.locator("main")).containsText("+电子口岸数据交换平台用户申请表.xls");
            page.setInputFiles("#file-kjds_002", pdf("接入申请表.pdf", 1));
            page.setInputFiles("#file-kjds_003", pdf("委托书.PDF", 1));
            page.setInputFiles("#file-agent_id_scan", pdf("身份证.pdf", 2));
            page.check("#f-stamp_declaration");
            page.locator("button[name=submit]").click();
            assertThat(page.locator("#faults")).containsText("跨境电商统一版企业接入申请表.PDF");
            look(page, "local-filing-name");
            page.locator("button[name=rename]").click();
            look(page, "local-filing-ready");
            page.locator("button[name=submit]").click();
            assertThat(page.locator(".k-status")).containsText("待受理");
            look(page, "local-filing-submitted");
            var id = ticket.replaceAll(".*/", "");

            var agent = signedIn(agents, "service");
            agent.navigate(address("/desk/" + id));
            agent.locator("button[formaction$='/accept']").click();
            look(agent, "local-filing-review");
            agent.locator("button[name=forward]").click();
            assertThat(agent.locator("#faults")).containsText("审核清单未全部勾选");
            for (var box :
                    agent.locator("form[action$='/review'] input[name=ticks]").all()) {
                box.check();
            }
            look(agent, "local-filing-ticked");
            agent.locator("button[name=forward]").click();
            assertThat(agent.locator("[aria-labelledby=local-desk-title]")).containsText("已递交数据中心");
            page.navigate(ticket);
            assertThat(page.locator("main")).containsText("0756-8125566");
            look(page, "local-filing-forwarded");

            var first = signedIn(centre, "datacentre");
            first.navigate(address("/desk/" + id));
            look(first, "local-filing-dxp");
            first.fill("#f-dxpId", dxpId());
            first.locator("form[action$='/dxp'] button").click();
            look(first, "local-filing-dxp-entered");
            var second = signedIn(centre2, "datacentre2");
            second.navigate(address("/desk/" + id));
            second.locator("form[action$='/dxp/check'] button").click();
            assertThat(second.locator("[aria-labelledby=local-desk-title]")).containsText("已下发DXPID");

            agent.navigate(address("/desk/" + id));
            look(agent, "local-filing-issue");
            agent.locator("form[action$='/issuance'] button").click();
            agent.locator("form[action$='/channel'] button").click();
            look(agent, "local-filing-prepared");
            var other = signedIn(seconds, "service2");
            other.navigate(address("/desk/" + id));
            other.locator("form[action$='/release'] button").click();
            look(other, "local-filing-released");
            other.fill("textarea[name=body]", "本地备案已办理完毕。");
            other.locator("button[formaction$='/reply']").click();
            assertThat(other.locator(".k-head")).containsText("已回复");

            page.navigate(ticket);
            assertThat(page.locator("[aria-labelledby=local-result-title]")).containsText("BG" + code);
            look(page, "local-filing-result");
            small.navigate(ticket + "?lang=en");
            look(small, "local-filing-result-phone-en");
            page.locator("a[href$='/passwords']").click();
            look(page, "local-filing-passwords");
            page.fill("#f-own", PASSWORD);
            page.locator("form[action$='/passwords'] button").click();
            var initial = page.locator("section dl dd").nth(1).innerText();
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/prints/local-filing-once.png"))
                    .setFullPage(true));
            page.reload();
            page.navigate(ticket + "/local-filing/passwords");
            assertThat(page.locator("main")).not().containsText(initial);

            var customs = entry.newPage();
            customs.navigate(address("/signin?lang=zh"));
            customs.fill("#login", "BG" + code);
            customs.fill("#password", initial);
            customs.locator("main form button").click();
            Assertions.assertThat(customs.url()).endsWith("/account/password");
        }
    }

    private void prepared() {
        PORT.bean(People.class)
                .register(
                        user.login(),
                        PORT.bean(PasswordEncoder.class).encode(PASSWORD),
                        user.name(),
                        Optional.of(company.id()),
                        user.roles());
        var handIn = company.begin("unified_access_handin", company.admin());
        PORT.db()
                .sql("update form_record set state = 'ACCEPTED' where id = :id")
                .param("id", handIn.id())
                .update();
    }

    /** The three forms, as their pages would leave them. */
    private void forms() {
        var today = LocalDate.ofInstant(PORT.bean(Clock.class).instant(), PortTime.ZONE);
        form(
                "kjds_002_unified_access",
                Map.ofEntries(
                        Map.entry("enterprise_types", "EC"),
                        Map.entry("address", "珠海市横琴新区环岛东路1号"),
                        Map.entry("legal_rep_name", "王港"),
                        Map.entry("contact_name", "张海"),
                        Map.entry("contact_id_no", "440402198503120016"),
                        Map.entry("contact_mobile", "13800138000"),
                        Map.entry("contact_email", "office@example.com"),
                        Map.entry("business_modes", "9610,1210"),
                        Map.entry("directions", "I,E"),
                        Map.entry("customs_office", "5791"),
                        Map.entry("document_kinds", "ORDER,INVENTORY"),
                        Map.entry("daily_volume", "500"),
                        Map.entry("undertaking", "true")));
        form("kjds_003_power_of_attorney", Map.of("valid_to", today.plusYears(1).toString()));
        form("kjds_001_dxp_user", Map.of("card_no", "FR2026000123", "cert_serial", "5A3C0F1122334455"));
    }

    private void form(String form, Map<String, String> answers) {
        var filled = company.fill(company.begin(form, user), new Answers(answers, Map.of()), user);
        TestEnterprise.done(company.take(filled, "complete", Decision.plain(), user));
    }

    private String dxpId() {
        return "DXPENT" + String.format("%010d", 9_000_000 + company.id());
    }

    private static FilePayload pdf(String name, int pages) {
        try (var document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                document.addPage(new PDPage());
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return new FilePayload(name, "application/pdf", bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
