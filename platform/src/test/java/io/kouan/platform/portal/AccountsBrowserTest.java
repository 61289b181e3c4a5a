package io.kouan.platform.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.kouan.platform.TestEnterprise;
import io.kouan.platform.TestPort;
import io.kouan.platform.accounts.Account;
import io.kouan.platform.accounts.Accounts;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.Menu;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Realm;
import io.kouan.platform.accounts.RealmAccounts;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormAttachments;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.check.Answers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Accounts and approved filings in a real browser: linked, disabled, given another administrator, changed. */
class AccountsBrowserTest {

    private static final TestPort PORT = TestPort.shared();
    private static final String PASSWORD = "Kouan-2026";
    private static Chromium chromium;

    private final List<String> complaints = new ArrayList<>();
    private final TestEnterprise company = TestEnterprise.of(PORT);
    private final String owner = "owner" + company.id();
    private final String clerk = "clerk" + company.id();
    private final Actor user = new Actor(
            "cs:desk" + company.id(),
            "张海",
            OptionalLong.of(company.id()),
            Set.of(Role.CS_USER, Role.KJ_CUS_USER),
            "none");

    @BeforeAll
    static void open() {
        chromium = Chromium.open();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void anAccountOfCustomerServiceIsLinkedUnlinkedAndDisabled() {
        person(owner, Role.ENT_ADMIN);
        deskAccount("desk" + company.id());
        try (var laptop = chromium.laptop();
                var phone = chromium.phone();
                var guards = chromium.laptop()) {
            var page = signedIn(laptop, owner, PASSWORD);
            page.navigate(address("/account"));
            look(page, "account-realms");
            page.locator("main a[href='/service-desk/link']").click();
            look(page, "account-link");
            var small = signedIn(phone, owner, PASSWORD);
            small.navigate(address("/service-desk/link?lang=en"));
            look(small, "account-link-phone-en");
            page.fill("#login", "desk" + company.id());
            page.fill("#password", "wrong");
            page.locator("main form button").click();
            assertThat(page.locator("[role=alert]")).isVisible();
            page.fill("#login", "desk" + company.id());
            page.fill("#password", PASSWORD);
            page.locator("main form button").click();
            assertThat(page.locator("[role=status]")).containsText("已关联");
            look(page, "account-linked");
            page.navigate(address("/service-desk"));
            assertThat(page.locator(".k-desk-bar")).isVisible();
            page.navigate(address("/service-desk/link"));
            page.locator("form[action$='/link/end'] button").click();
            assertThat(page.locator("[role=status]")).containsText("已解除关联");

            var guard = signedIn(guards, "security", password("security"));
            guard.navigate(address("/staff"));
            look(guard, "staff");
            guard.navigate(address("/staff/service-desk?q=desk" + company.id()));
            look(guard, "staff-service-desk");
            guard.locator("main details summary").first().click();
            guard.fill("main textarea[name=reason]", "持有人已经离职");
            guard.locator("form[action$='/disable'] button").click();
            assertThat(guard.locator("tbody")).containsText("已停用");
            guard.navigate(address("/staff/service-desk?lang=en&q=desk" + company.id()));
            guard.setViewportSize(390, 844);
            look(guard, "staff-service-desk-phone-en");
        }
        Assertions.assertThat(complaints).isEmpty();
    }

    @Test
    void aSealedRequestBringsAnotherAdministrator() throws IOException {
        person(owner, Role.ENT_ADMIN);
        person(clerk, Role.ENT_OPERATOR);
        PORT.bean(People.class)
                .register(user.login(), "-", user.name(), Optional.of(company.id()), Set.of(Role.CS_USER));
        var ticket = ticket();
        try (var desks = chromium.laptop();
                var guards = chromium.laptop()) {
            var agent = signedIn(desks, "service", password("service"));
            agent.navigate(address("/desk/" + ticket.id()));
            agent.locator("button[formaction$='/accept']").click();
            agent.locator("[aria-labelledby=succession-title] summary").first().click();
            look(agent, "succession-panel");
            agent.locator("form[action$='/administrator'] button").click();
            assertThat(agent.locator("#faults")).isVisible();
            look(agent, "succession-propose");
            agent.locator("input[name=request_file]").first().check();
            agent.locator("input[name=sealed]").check();
            agent.locator("input[name=new_administrator][value=" + clerk + "]").check();
            agent.locator("form[action$='/administrator'] button").click();
            assertThat(agent.locator("[aria-labelledby=succession-title]")).containsText("待安全管理员决定");

            var guard = signedIn(guards, "security", password("security"));
            guard.navigate(address("/staff/administrators"));
            look(guard, "succession");
            guard.locator("main tbody a", new Page.LocatorOptions().setHasText(number(ticket)))
                    .click();
            look(guard, "succession-request");
            guard.setViewportSize(390, 844);
            guard.navigate(guard.url() + "&lang=en");
            look(guard, "succession-request-phone-en");
            guard.locator("button[name=confirm][value=true]").click();
            assertThat(guard.locator("[role=status]")).isVisible();

            agent.navigate(address("/desk/" + ticket.id() + "?lang=en"));
            assertThat(agent.locator(".k-talk")).containsText(clerk);
            look(agent, "succession-done-en");
        }
        Assertions.assertThat(complaints).isEmpty();
    }

    @Test
    void anApprovedFilingIsChanged() {
        PORT.bean(EnterpriseProfiles.class)
                .remember(company.id(), Map.of("dxp_id", "DXPENT" + String.format("%010d", 6_000_000 + company.id())));
        var filer = "filer" + company.id();
        PORT.bean(People.class)
                .register(
                        filer,
                        PORT.bean(PasswordEncoder.class).encode(PASSWORD),
                        "张海",
                        Optional.of(company.id()),
                        Set.of(Role.KJ_CUS_USER));
        var actor = new Actor(filer, "张海", OptionalLong.of(company.id()), Set.of(Role.KJ_CUS_USER), "none");
        var filed = company.fill(
                company.begin("customs_portal_filing", actor),
                new Answers(Map.of("customs_office", "5788", "contact_name", "张海", "business_place", "横琴"), Map.of()),
                actor);
        PORT.db()
                .sql(
                        "update form_record set state = 'APPROVED', number = 'BA' || id, submitted = answers where id = :id")
                .param("id", filed.id())
                .update();
        try (var laptop = chromium.laptop();
                var phone = chromium.phone()) {
            var page = signedIn(laptop, filer, PASSWORD);
            page.navigate(address("/customs-entry/filings/" + filed.id()));
            look(page, "filing-approved");
            page.locator("form[action$='/change'] button").click();
            page.locator("#f-contact_name").fill("王港");
            page.locator("button[name=save]:not([tabindex])").first().click();
            assertThat(page.locator("[aria-labelledby=change-title]")).containsText("王港");
            look(page, "filing-change");
            var small = signedIn(phone, filer, PASSWORD);
            small.navigate(page.url().replaceAll("[?#].*", "") + "?lang=en");
            look(small, "filing-change-phone-en");
        }
        Assertions.assertThat(complaints).isEmpty();
    }

    private void person(String login, Role role) {
        PORT.bean(Accounts.class)
                .open(
                        login,
                        PORT.bean(PasswordEncoder.class).encode(PASSWORD),
                        false,
                        "李珠",
                        company.id(),
                        role,
                        new Account.Details("RESIDENT_ID", "440402198811110047", "", "", "", ""),
                        EnumSet.allOf(Menu.class));
    }

    /** An approved account of somebody who was not signed in when it was registered. */
    private void deskAccount(String login) {
        PORT.bean(People.class)
                .register(user.login(), "-", user.name(), Optional.of(company.id()), Set.of(Role.CS_USER));
        PORT.bean(RealmAccounts.class).link(Realm.CS, login, user.login());
        PORT.db()
                .sql("""
                insert into cs_account (login, password_hash, state, credit_code, mobile, answers, person, enterprise_id, submitted_at)
                values (:login, :hash, 'ACTIVE', :code, '', :answers::json, :person, :enterprise, now())
                """)
                .param("login", login)
                .param("hash", PORT.bean(PasswordEncoder.class).encode(PASSWORD))
                .param("code", company.creditCode())
                .param(
                        "answers",
                        "{\"fields\":{\"company_full_name\":\"" + company.name()
                                + "\",\"real_name\":\"张海\"},\"tables\":{}}")
                .param("person", user.login())
                .param("enterprise", company.id())
                .update();
    }

    private FormRecord ticket() throws IOException {
        var draft = company.fill(
                company.begin("ticket", user),
                new Answers(
                        Map.of(
                                "template", "FREE",
                                "category", "OTHER",
                                "kind", "SERVICE",
                                "title", "申请变更企业管理员",
                                "description", "原管理员离职，申请变更，申请书见附件。"),
                        Map.of()),
                user);
        var pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
                + "trailer<</Root 1 0 R>>\n%%EOF";
        Assertions.assertThat(PORT.bean(FormAttachments.class)
                        .put(
                                draft,
                                "general",
                                "变更管理员申请书.pdf",
                                new ByteArrayInputStream(pdf.getBytes(StandardCharsets.US_ASCII)),
                                user))
                .isEmpty();
        var now = PORT.bean(FormRecords.class).find(draft.id()).orElseThrow();
        return TestEnterprise.done(company.take(now, "submit", Decision.plain(), user));
    }

    private static String number(FormRecord ticket) {
        return ticket.number().orElseThrow();
    }

    /** Holds the page against the rules for all pages, and leaves a picture of it. */
    private void look(Page page, String name) {
        complaints.addAll(
                Chromium.flaws(page).stream().map(flaw -> name + ": " + flaw).toList());
        complaints.addAll(
                Chromium.barriers(page).stream().map(flaw -> name + ": " + flaw).toList());
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/prints", name + ".png"))
                .setFullPage(true));
    }

    private static Page signedIn(BrowserContext context, String login, String password) {
        var page = context.newPage();
        page.navigate(address("/signin?lang=zh"));
        page.fill("#login", login);
        page.fill("#password", password);
        page.locator("main form button").click();
        page.locator("header .k-person").waitFor();
        return page;
    }

    private static String password(String login) {
        JsonNode sandbox = JsonMapper.shared()
                .readTree(PORT.home().resolve("sandbox/sandbox.json").toFile());
        return sandbox.path("people")
                .valueStream()
                .filter(person -> person.path("login").asString("").equals(login))
                .map(person -> person.path("password").asString(""))
                .findFirst()
                .orElseThrow();
    }

    private static String address(String path) {
        return "http://localhost:" + PORT.port() + path;
    }
}
