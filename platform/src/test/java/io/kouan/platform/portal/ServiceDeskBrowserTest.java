package io.kouan.platform.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The customer service platform in a real browser: a visitor registers, an agent approves, a ticket is asked and answered. */
class ServiceDeskBrowserTest extends InBrowser {

    private static final String PASSWORD = "Zhuhai#2026";

    @Test
    void aVisitorRegistersIsApprovedSignsInAndIsAnswered() {
        try (var company = chromium.laptop();
                var desk = chromium.laptop()) {
            var visitor = company.newPage();
            visitor.navigate(address("/service-desk?lang=zh"));
            lookWideAndNarrow(visitor);
            visitor.locator("main a[href='/service-desk/register']").click();
            lookWideAndNarrow(visitor);
            fillIn(visitor);
            visitor.locator("main form button.btn-primary").click();
            assertThat(visitor.locator("main")).containsText("预计1个工作日内完成");
            assertThat(visitor.locator("main")).containsText("020-95198 转 3（珠海）");
            lookWideAndNarrow(visitor);
            signIn(visitor);
            assertThat(visitor.locator("[data-message]")).hasAttribute("data-message", "ERR_ACCOUNT_PENDING");

            var agent = signedIn(desk, "service");
            agent.navigate(address("/desk/accounts"));
            lookWideAndNarrow(agent);
            agent.locator("tbody a").first().click();
            lookWideAndNarrow(agent);
            agent.locator("form[action$='/approve'] button").click();
            assertThat(agent.locator(".k-head")).containsText("正常");

            signIn(visitor);
            assertThat(visitor.locator(".k-desk-bar")).containsText("珠海电子口岸 | 客户服务平台");
            assertThat(visitor.locator(".k-desk-bar")).containsText("张海");
            lookWideAndNarrow(visitor);
            visitor.locator("main a[href='/service-desk/tickets/new']").first().click();
            lookWideAndNarrow(visitor);
            visitor.locator("main form.card button.btn-primary").click();
            visitor.locator("button[name=submit]").click();
            assertThat(visitor.locator("#faults li")).hasCount(4);
            lookWideAndNarrow(visitor);
            visitor.check("input[name=kind][value=CONSULT]");
            visitor.locator("[name=category][value=OTHER]").check();
            visitor.fill("#f-title", "咨询九六一零出口");
            visitor.fill("#f-description", "<script>alert(1)</script> 请问需要哪些材料？");
            visitor.locator("button[name=submit]").click();
            assertThat(visitor.locator(".k-status")).containsText("待受理");
            lookWideAndNarrow(visitor);

            agent.navigate(address("/desk"));
            agent.locator("tbody tr", new Page.LocatorOptions().setHasText("待受理"))
                    .last()
                    .locator("a")
                    .first()
                    .click();
            agent.locator("button[formaction$='/accept']").click();
            agent.fill("#f-body", "请参考下载中心的指引。");
            lookWideAndNarrow(agent);
            agent.locator("button[formaction$='/reply']").click();
            assertThat(agent.locator(".k-talk")).containsText("请参考下载中心的指引。");

            visitor.reload();
            assertThat(visitor.locator(".k-talk")).containsText("请参考下载中心的指引。");
            assertThat(visitor.locator(".k-talk")).containsText("客服人员");
            assertThat(visitor.locator("main")).containsText("<script>alert(1)</script>");
            lookWideAndNarrow(visitor);
            visitor.navigate(address("/service-desk/tickets"));
            lookWideAndNarrow(visitor);
        }
    }

    private static void fillIn(Page page) {
        page.fill("#f-uscc", "91440400MA99700110");
        page.fill("#f-company_full_name", "珠海星海跨境电商有限公司");
        page.selectOption("#f-main_port", "HQ");
        page.selectOption("#f-enterprise_nature", "PRIVATE");
        page.selectOption("#f-enterprise_type", "CONSIGNEE");
        page.selectOption("#f-industry", "F");
        page.selectOption("#f-enterprise_size", "S");
        page.selectOption("#f-aeo_level", "ADV");
        page.selectOption("#f-trade_type", "CBEC");
        page.fill("#f-login_name", "zhang_hai");
        page.fill("#f-password", PASSWORD);
        page.fill("#f-password_confirm", PASSWORD);
        page.fill("#f-real_name", "张海");
        page.fill("#f-user_email", "zhang@example.com");
        page.fill("#f-mobile", "13800138001");
        var sum = page.locator("#f-captcha-hint")
                .innerText()
                .replaceAll("[^0-9]+", " ")
                .strip()
                .split(" ", -1);
        int last = sum.length;
        page.fill("#f-captcha", Integer.toString(Integer.parseInt(sum[last - 2]) + Integer.parseInt(sum[last - 1])));
    }

    private void signIn(Page page) {
        page.navigate(address("/service-desk"));
        page.fill("#login", "zhang_hai");
        page.fill("#password", PASSWORD);
        page.locator("form[action='/service-desk/signin'] button").click();
    }
}
