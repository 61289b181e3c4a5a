package io.kouan.platform.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.kouan.platform.TestPort;
import io.kouan.platform.enrolment.Integrator;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The way to the channel in a real browser: enrolment with its tests, business types, DXP users. */
class TransmissionBrowserTest extends InBrowser {

    @Override
    TestPort port() {
        return Integrator.PORT;
    }

    @Test
    void anIntegratorDrawsAKeyAndSeesWhatTheMachineMadeOfItsMessages() {
        var integrator = new Integrator();
        try (var laptop = chromium.laptop();
                var phone = chromium.phone();
                var desk = chromium.laptop()) {
            var page = signedIn(laptop, integrator.user.login(), Integrator.PASSWORD);
            page.navigate(address("/forms/api_channel_enrolment"));
            look(page, "enrolment-list");
            page.locator("main button.btn-primary").first().click();
            look(page, "enrolment-tasks");
            page.locator(".k-tasks a").nth(1).click();
            look(page, "enrolment-addresses");

            var record = integrator.testing();
            page.navigate(address("/forms/api_channel_enrolment/" + record.id()));
            assertThat(page.locator(".k-papers > li")).hasCount(4);
            look(page, "enrolment-open");
            page.locator("form[action$='/test-key'] button").click();
            var key = page.locator(".k-secret").innerText();
            Assertions.assertThat(key).startsWith("kouan_");
            look(page, "enrolment-key");
            var order = integrator.signed(integrator.order());
            Integrator.sealed(key, order);
            Integrator.open(key, order);
            page.locator("main a.btn-primary").click();
            assertThat(page.locator(".k-papers .k-badge.good")).hasCount(2);
            look(page, "enrolment-two");
            page.navigate(page.url() + "?lang=en");
            look(page, "enrolment-two-en");
            var small = signedIn(phone, integrator.user.login(), Integrator.PASSWORD);
            small.navigate(address("/forms/api_channel_enrolment/" + record.id()));
            look(small, "enrolment-phone");

            var officer = signedIn(desk, "datacentre");
            officer.navigate(address("/desk/" + record.id()));
            assertThat(officer.locator("main")).containsText("联调测试");
            assertThat(officer.locator("form[action$='/test-key']")).hasCount(0);
            look(officer, "enrolment-desk");
            officer.navigate(address("/channels/" + record.answers().text("dxp_id")));
            look(officer, "channel-interface");
            officer.navigate(address("/dxp-users"));
            look(officer, "dxp-users");
            officer.locator(".k-head a.btn").click();
            officer.fill("#f-dxp_id", "DXPENT1");
            officer.locator("main form.k-question button").click();
            assertThat(officer.locator("[role=alert]")).isVisible();
            look(officer, "dxp-user-new");
            officer.navigate(address("/dxp-users/" + record.answers().text("dxp_id")) + "?lang=en");
            look(officer, "dxp-user-en");
        }
    }

    @Test
    void theEntriesShowWhatIsOpen() {
        try (var laptop = chromium.laptop();
                var phone = chromium.phone();
                var desk = chromium.laptop()) {
            var filer = signedIn(laptop, "bg4404990002");
            filer.navigate(address("/customs-entry/business/9610-import?lang=zh"));
            assertThat(filer.locator(".k-side a[aria-current=page]")).hasText("9610进口");
            look(filer, "business-open");
            var small = signedIn(phone, "bg4404990002");
            small.navigate(address("/customs-entry/business/1210-export"));
            look(small, "business-phone");
            small.navigate(address("/inspection-entry/business/1210-export"));
            assertThat(small.locator("[role=alert]")).isVisible();
            look(small, "business-closed-phone");

            var user = signedIn(desk, "kf4404990002");
            user.navigate(address("/forms/business_type_request"));
            look(user, "business-list");
            user.locator("main button.btn-primary").first().click();
            look(user, "business-tasks");
            user.locator(".k-tasks a").nth(1).click();
            look(user, "business-rows");
        }
    }
}
