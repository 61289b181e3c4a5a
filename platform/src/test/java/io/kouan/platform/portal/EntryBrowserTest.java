package io.kouan.platform.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.kouan.platform.TestEnterprise;
import io.kouan.platform.TestPort;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The two entries and the desks of their offices in a real browser, on a laptop and on a phone, in both languages. */
class EntryBrowserTest extends InBrowser {

    private static final TestPort PORT = TestPort.shared();

    @Test
    void aFilingAtTheZoneIsDeclaredItsLetterHandedInAndApproved() {
        try (var company = chromium.laptop();
                var zone = chromium.laptop();
                var elsewhere = chromium.phone()) {
            var user = signedIn(company, "bg4404990002");
            user.navigate(address("/customs-entry/filings"));
            user.locator("button[value=add]").click();
            // H-118: the code and Enter choose the office, and nothing is sent
            user.fill("#f-customs_office", "5795");
            user.press("#f-customs_office", "Enter");
            assertThat(user.locator("#f-customs_office-shown")).hasText("5795 横琴");
            user.fill("#f-customs_office", "5791");
            fillInCustoms(user);
            user.locator("button[name=declare]").click();
            assertThat(user.locator(".k-status")).containsText("待递交书面申请");
            assertThat(user.locator(".k-note.wait")).containsText("须向跨工区海关前台递交书面申请原件");
            look(user);
            var filing = user.url();
            user.navigate(filing + "/letter");
            assertThat(user.locator(".k-letter")).containsText("已经实现申报对接的单据：订单、清单");
            look(user);

            var stranger = signedIn(elsewhere, "cus5795");
            stranger.navigate(address("/desk/" + filing.substring(filing.lastIndexOf('/') + 1)));
            assertThat(stranger.locator("[role=alert]")).hasText("该申请不属于您的审批机构");
            look(stranger);

            var officer = signedIn(zone, "cus5791");
            officer.navigate(address("/desk/" + filing.substring(filing.lastIndexOf('/') + 1)));
            officer.check("input[value=seal_ok]");
            officer.locator("button[formaction$='/receive_paper']").click();
            assertThat(officer.locator("#faults")).containsText("书面申请缺少必备内容：为原件、三项内容齐全");
            assertThat(officer.locator("input[value=seal_ok]")).isChecked();
            look(officer);
            officer.check("input[value=is_original]");
            officer.check("input[value=content_ok]");
            officer.locator("button[formaction$='/receive_paper']").click();
            assertThat(officer.locator(".k-head")).containsText("海关审批中");
            officer.locator("button[formaction$='/approve']").click();
            assertThat(officer.locator(".k-head")).containsText("审批通过");

            user.navigate(filing);
            assertThat(user.locator(".k-status")).containsText("审批通过");
            user.locator("summary").last().click();
            user.locator("form[action$='/step/cancel'] button").click();
            assertThat(user.locator(".k-status")).containsText("已注销");
        }
    }

    @Test
    void aFilingForInspectionIsFilledInReturnedForAMissingSealAndApproved() throws IOException {
        try (var company = chromium.laptop();
                var phone = chromium.phone();
                var office = chromium.laptop()) {
            var user = signedIn(company, "bj4404990002");
            user.navigate(address("/inspection-entry/filings"));
            user.locator("button[value=edit]").click();
            assertThat(user.locator("#faults")).containsText("请选择一条记录");
            user.locator("button[value=add]").click();
            fillInInspection(user);
            user.locator("button[name='add.agents']").click();
            assertThat(user.locator("#f-emergency_head")).hasValue("张海");
            assertThat(user.locator("#f-agents-0-agent_no")).isVisible();
            look(user);
            user.locator("button[name='remove.agents']").click();
            assertThat(user.locator("#f-agents-0-agent_no")).hasCount(0);
            user.fill("#f-remark", "未保存");
            user.locator("button[name=close]").click();
            assertThat(user.locator("#faults h2")).hasText("是否放弃未保存的修改？");
            look(user);
            for (String slot : List.of("licence_scan", "quality_commitment", "entity_record")) {
                user.locator("#file-" + slot)
                        .setInputFiles(new FilePayload(slot + ".png", "image/png", TestEnterprise.picture()));
            }
            user.locator("button[name=declare]").click();
            confirm(user);
            assertThat(user.locator(".k-status")).containsText("已申报");
            look(user);
            var filing = user.url();

            var officer = signedIn(office, "ciq480040", PORT.password("ciq480040"), "en");
            officer.navigate(address("/desk/" + filing.substring(filing.lastIndexOf('/') + 1)));
            look(officer);
            officer.fill("#f-enterprise_filing_no", "480060001");
            officer.locator("button[formaction$='/approve']").click();
            assertThat(officer.locator("#faults")).containsText("The review checklist is not fully ticked");
            assertThat(officer.locator("#faults")).containsText("must have 10 digits");
            officer.locator("input[name=ticks]").all().forEach(Locator::check);
            officer.fill("#f-enterprise_filing_no", "4800600001");
            officer.locator("button[formaction$='/approve']").click();
            assertThat(officer.locator(".k-head")).containsText("Approved");
            officer.navigate(address("/desk"));
            assertThat(officer.locator("#settled-title")).isVisible();
            look(officer);

            var small = signedIn(phone, "bj4404990002", PORT.password("bj4404990002"), "en");
            small.navigate(filing);
            assertThat(small.locator("main")).containsText("4800600001");
            look(small);
            small.navigate(address("/inspection-entry/filings"));
            look(small);
            small.locator("button[value=add]").click();
            look(small);
            small.locator("button[name=close]").click();
            assertThat(small.locator("h1")).hasText("Filings for inspection");
            small.locator("input[name=row]").first().check();
            small.locator("button[value=delete]").click();
            look(small);
            small.navigate(address("/inspection-entry"));
            look(small);
        }
    }

    /** Works without script; axe does not, and has looked at the same pages with it. */
    @Test
    void theListIsQueriedResetAndADraftDeletedAfterConfirmation() {
        try (var context = chromium.laptopWithoutScript()) {
            var user = signedIn(context, "bg4404990002", PORT.password("bg4404990002"), "en");
            user.navigate(address("/customs-entry/filings"));
            user.locator("button[value=add]").click();
            user.navigate(address("/customs-entry/filings?filing_state=DRAFT"));
            int drafts = user.locator("tbody tr").count();
            user.locator("input[name=row]").first().check();
            user.locator("button[value=delete]").click();
            user.locator("main form button").click();
            assertThat(user.locator("[role=status]")).containsText("The draft was deleted");
            user.navigate(address("/customs-entry/filings?filing_state=DRAFT"));
            assertThat(user.locator("tbody tr")).hasCount(drafts - 1);
            user.locator(".k-filter-go a").click();
            assertThat(user.locator("#q-filing_state")).hasValue("");
        }
    }

    /** Offices at different places are confirmed where another test has filed at customs meanwhile. */
    private static void confirm(Page page) {
        if (page.locator("#faults").count() > 0) {
            page.locator("button[name=declare]").click();
        }
    }

    private static void fillInCustoms(Page page) {
        page.check("input[name=enterprise_types][value=EC]");
        page.fill("#f-registered_address", "珠海市横琴新区环岛东路1号");
        page.fill("#f-office_address", "珠海市横琴新区环岛东路1号");
        page.fill("#f-business_place", "珠澳跨境工业区珠海园区");
        page.check("input[name=business_modes][value='9610']");
        page.check("input[name=directions][value=I]");
        page.check("input[name=transmission_mode][value=CLIENT]");
        page.check("input[name=connected_documents][value=ORDER]");
        page.check("input[name=connected_documents][value=INVENTORY]");
        page.fill("#f-legal_rep_name", "李珠");
        page.fill("#f-legal_rep_phone", "0756-8125566");
        page.fill("#f-contact_name", "张海");
        page.fill("#f-contact_mobile", "13800138000");
    }

    private static void fillInInspection(Page page) {
        Map.ofEntries(
                        Map.entry("inspection_org", "480040"),
                        Map.entry("founding_date", "2020-05-06"),
                        Map.entry("staff_count", "20"),
                        Map.entry("legal_rep_name", "李珠"),
                        Map.entry("office_address", "珠海市横琴新区环岛东路1号"),
                        Map.entry("legal_rep_phone", "0756-8125566"),
                        Map.entry("registered_address", "珠海市横琴新区环岛东路1号"),
                        Map.entry("contact_name", "张海"),
                        Map.entry("contact_mobile", "13800138000"),
                        Map.entry("contact_email", "office@example.com"),
                        Map.entry("phone", "0756-8125566"),
                        Map.entry("licence_authority", "珠海市市场监督管理局"),
                        Map.entry("emergency_head", "张海"),
                        Map.entry("emergency_mobile", "13800138000"),
                        Map.entry("cbec_admin_name", "陈桥"),
                        Map.entry("cbec_admin_mobile", "13800138001"),
                        Map.entry("cbec_admin_email", "admin@example.com"))
                .forEach((field, value) -> page.fill("#f-" + field, value));
        page.check("input[name=enterprise_type][value=OPERATOR]");
    }
}
