package io.kouan.platform.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.kouan.platform.TestEnterprise;
import org.junit.jupiter.api.Test;

/** A filing from the first field to the officer's decision, by two people in a real browser. */
class FilingBrowserTest extends InBrowser {

    @Test
    void anEnterpriseFilesAndAnOfficerDecides() {
        try (var company = chromium.laptop();
                var office = chromium.laptop()) {
            var merchant = signedIn(company, "merchant");
            merchant.navigate(address("/forms/foreign_trade_operator"));
            merchant.locator("main button.btn-primary").click();
            merchant.locator(".k-tasks a").first().click();
            fillIn(merchant);
            merchant.locator("#file-licence_scan")
                    .setInputFiles(new FilePayload("营业执照.png", "image/png", TestEnterprise.picture()));
            merchant.locator(".k-upload button").first().click();
            assertThat(merchant.locator(".k-files")).containsText(new String[] {"营业执照.png"});
            merchant.locator(".k-actions button.btn-primary").click();
            assertThat(merchant.locator(".k-status")).containsText("待审批");

            var officer = signedIn(office, "commerce");
            var own = officer.locator("tbody tr", new Page.LocatorOptions().setHasText("珠海沙箱电子商务有限公司"));
            assertThat(own).hasCount(1);
            look(officer);
            own.locator("a").click();
            officer.fill("#f-reason", "联系电话有误，请核对");
            officer.locator("button[formaction$='/return']").click();
            assertThat(officer.locator("#faults")).containsText("请选择并填写退回或不通过原因");
            assertThat(officer.locator("#f-reason")).hasValue("联系电话有误，请核对");
            look(officer);

            officer.fill("#f-record_no", "03512345");
            officer.locator("button[formaction$='/approve']").click();
            assertThat(officer.locator(".k-head")).containsText("审批通过");
            merchant.reload();
            assertThat(merchant.locator(".k-status")).containsText("审批通过");
            assertThat(merchant.locator(".k-timeline")).containsText("商务备案审核员");
        }
    }

    private static void fillIn(Page page) {
        page.fill("#f-operator_name_en", "Zhuhai Sandbox E-commerce Co., Ltd.");
        page.check("input[value=ENT]");
        page.fill("#f-domicile", "珠海市香洲区情侣中路1号");
        page.fill("#f-premises_zh", "珠海市香洲区情侣中路1号");
        page.fill("#f-premises_en", "1 Qinglu Middle Road, Zhuhai");
        page.fill("#f-phone", "0756-8125566");
        page.fill("#f-email", "office@example.com");
        page.fill("#f-licence_date", "2020-05-06");
        page.fill("#f-business_scope", "跨境电子商务");
        goOn(page);
        page.fill("#f-legal_rep_name", "王港");
        page.fill("#f-legal_rep_id_no", "440402197203150016");
        page.fill("#f-registered_capital", "500");
        page.fill("#f-registered_capital_usd", "70");
        goOn(page);
        page.check("#f-undertaking");
        goOn(page);
    }

    private static void goOn(Page page) {
        page.locator("form.k-question button.btn-primary").click();
    }
}
