package io.kouan.platform.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.kouan.platform.TestEnterprise;
import io.kouan.platform.TestPort;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.documents.Format;
import io.kouan.platform.documents.Printed;
import io.kouan.platform.documents.Prints;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Section two in a real browser: an enterprise prepares its papers, the window finds, records and accepts them. */
class HandInBrowserTest extends InBrowser {

    private static final TestPort PORT = TestPort.shared();

    @Test
    void h064theEnterprisePreparesItsPapersAndTheWindowFindsThem() {
        try (var company = chromium.laptop();
                var phone = chromium.phone();
                var window = chromium.laptop()) {
            var broker = signedIn(company, "payment");
            broker.navigate(address("/forms/unified_access_handin"));
            look(broker, "handin-list");
            broker.locator("main button.btn-primary").click();
            assertThat(broker.locator(".k-head")).containsText("珠海行政服务中心二楼海关窗口");
            assertThat(broker.locator(".k-head")).containsText("0756-2538065");
            assertThat(broker.locator(".k-papers > li")).hasCount(4);
            look(broker, "handin-tasks");
            var record = broker.url();
            broker.locator(".k-tasks a").first().click();
            broker.check("input[value=I]");
            broker.fill("#f-contact_name", "陈桥");
            broker.fill("#f-contact_mobile", "13800138001");
            look(broker, "handin-section");
            broker.navigate(record + "?lang=en");
            look(broker, "handin-tasks-en");
            var number = broker.locator(".k-status .mono").innerText();
            broker.navigate(record + "?lang=zh");

            broker.navigate(address("/records?q=" + number));
            assertThat(broker.locator("tbody tr")).hasCount(1);
            look(broker, "records");

            var small = signedIn(phone, "payment");
            small.navigate(address("/records"));
            look(small, "records-phone");
            small.navigate(record);
            look(small, "handin-tasks-phone");

            var clerk = signedIn(window, "window");
            look(clerk, "desk");
            clerk.locator(".k-head a.btn").click();
            clerk.fill("#q", number);
            clerk.locator("form.k-verify button").click();
            assertThat(clerk.locator("tbody tr")).hasCount(1);
            look(clerk, "counter-found");
        }
    }

    @Test
    void aWalkInIsRecordedTickedAndAccepted() {
        var company = TestEnterprise.of(PORT);
        try (var window = chromium.laptop()) {
            var clerk = signedIn(window, "window");
            clerk.navigate(address("/desk/handin?q=" + company.creditCode()));
            look(clerk, "counter-walk-in");
            clerk.locator("main section button.btn-primary").click();
            assertThat(clerk.locator(".k-row")).hasCount(4);
            assertThat(clerk.locator(".k-row").nth(3)).containsText("原件已核查");
            assertThat(clerk.locator(".k-row").nth(1).locator("input[type=checkbox]"))
                    .hasCount(1);
            look(clerk, "counter-record");
            clerk.locator("button[formaction$='/accept']").click();
            assertThat(clerk.locator("#faults")).containsText("申请书");
            assertThat(clerk.locator("#faults")).containsText("须核查营业执照原件");
            look(clerk, "counter-faults");
            for (var box : clerk.locator(".k-row input[type=checkbox]").all()) {
                box.check();
            }
            clerk.locator("button[formaction$='/accept']").click();
            assertThat(clerk.locator(".k-head")).containsText("已受理");
            look(clerk, "counter-accepted");
            clerk.navigate(clerk.url() + "?lang=en");
            look(clerk, "counter-accepted-en");
        }
    }

    @Test
    void aReturnNamesFieldsAndTheEnterpriseIsLedToThem() {
        var company = TestEnterprise.of(PORT);
        var filing = company.tradeFiling();
        PORT.bean(People.class)
                .register(
                        company.admin().login(),
                        PORT.bean(PasswordEncoder.class).encode("Kouan-2026"),
                        "管理员",
                        Optional.of(company.id()),
                        Set.of(Role.ENT_ADMIN));
        try (var office = chromium.laptop();
                var laptop = chromium.laptop()) {
            var officer = signedIn(office, "commerce");
            officer.navigate(address("/desk/" + filing.id()));
            officer.locator("input[name=reasons]").first().check();
            officer.fill("#f-reason", "联系电话有误，请核对");
            officer.locator("details:has(input[name=places]) summary").click();
            officer.locator("input[name=places][value=phone]").check();
            look(officer, "desk-return");
            officer.locator("button[formaction$='/return']").click();
            assertThat(officer.locator(".k-timeline")).containsText("需修改：联系电话");

            var page = signedIn(laptop, company.admin().login(), "Kouan-2026");
            page.navigate(address("/forms/foreign_trade_operator/" + filing.id()));
            assertThat(page.locator("[aria-labelledby=named-title] li")).containsText(new String[] {"联系电话"});
            look(page, "returned");
            page.locator("[aria-labelledby=named-title] a").click();
            page.fill("#f-phone", "0756-2538393");
            page.locator("form.k-question button.btn-primary").click();
            page.navigate(address("/forms/foreign_trade_operator/" + filing.id()));
            assertThat(page.locator("[aria-labelledby=named-title]")).hasCount(0);
            page.locator(".k-actions button.btn-primary").first().click();
            assertThat(page.locator(".k-status")).containsText("待审批");
            page.locator(".k-timeline a").first().click();
            assertThat(page.locator("main table").first()).containsText("0756-8125566");
            assertThat(page.locator("main table").first()).containsText("0756-2538393");
            look(page, "version");
        }
    }

    @Test
    void h175thePublicPageVerifiesPapers() {
        var company = TestEnterprise.of(PORT);
        var filing = company.tradeFiling();
        Assertions.assertThat(filing.state()).isEqualTo("SUBMITTED");
        var print = (Printed.Done)
                PORT.bean(Prints.class).print("DOC-02", filing.id(), Format.PDF, address("/verify"), company.admin());
        try (var laptop = chromium.laptop();
                var phone = chromium.phone()) {
            var page = laptop.newPage();
            page.navigate(address("/verify?lang=zh"));
            page.fill("#code", print.print().code());
            page.locator("form.k-verify button").click();
            assertThat(page.locator("main")).containsText(company.name());
            look(page, "verify-known");
            page.navigate(address("/verify?lang=en&code=AAAA"));
            assertThat(page.locator("main")).containsText("no such check code");
            look(page, "verify-unknown-en");
            var small = phone.newPage();
            small.navigate(address("/verify?lang=zh&code=" + print.print().code()));
            look(small, "verify-phone");
        }
    }
}
