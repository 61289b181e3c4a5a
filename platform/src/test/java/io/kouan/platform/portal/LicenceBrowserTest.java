package io.kouan.platform.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.kouan.ceb.message.Bytes;
import io.kouan.platform.TestPort;
import io.kouan.platform.licence.LicenceWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The activation of the client in a real browser, at the enterprise and at the service desk, and the papers beside the slots. */
class LicenceBrowserTest extends InBrowser {

    @TempDir
    Path folder;

    @Override
    TestPort port() {
        return LicenceWorld.PORT;
    }

    @Test
    void h157anEnterpriseAsksAnAgentIssuesAndTheFileLiesOnTheTicket() throws IOException {
        var world = new LicenceWorld();
        try (var laptop = chromium.laptop();
                var phone = chromium.phone();
                var desk = chromium.laptop();
                var chief = chromium.laptop()) {
            var page = signedIn(laptop, world.user.login(), LicenceWorld.PASSWORD);
            page.navigate(address("/service-desk/licences"));
            look(page, "licence-none-activated");
            page.navigate(address("/service-desk/tickets/new"));
            look(page, "licence-ticket-new");

            var draft = world.begun("FIRST");
            page.navigate(address("/forms/licence_activation/" + draft.id()));
            look(page, "licence-request-draft");
            page.locator("input[type=file][name=file]")
                    .first()
                    .setInputFiles(payload("broken.req", Bytes.utf8("nothing")));
            page.locator("form.k-upload button").first().click();
            assertThat(page.locator("main")).containsText("激活文件无法识别或签名无效");
            look(page, "licence-request-broken");
            page.locator("form[action$='/remove'] button").first().click();
            page.locator("input[type=file][name=file]")
                    .first()
                    .setInputFiles(payload("client.req", world.asks(folder, "office")));
            page.locator("form.k-upload button").first().click();
            assertThat(page.locator("main")).containsText("Windows 11");
            look(page, "licence-request-read");
            page.navigate(page.url() + "?lang=en");
            look(page, "licence-request-read-en");

            var request = world.submitted("FIRST", world.asks(folder, "office"));
            var agent = signedIn(desk, "service");
            agent.navigate(address("/desk/" + request.id()));
            look(agent, "licence-desk-request");
            agent.locator("button[formaction$='/issue']").click();
            assertThat(agent.locator("main .k-note.good")).isVisible();
            agent.navigate(address("/desk/licences?q=" + world.licence));
            look(agent, "licence-desk-list");
            agent.locator("main table a").first().click();
            look(agent, "licence-desk-one");
            assertThat(agent.locator("button[name=step]")).hasCount(0);

            page.navigate(
                    address("/service-desk/tickets/" + world.ticket(request).id() + "?lang=zh"));
            look(page, "licence-ticket-answered");
            var file = page.waitForDownload(() -> page.locator("a[href$='/activations/" + request.id() + "/file']")
                    .click());
            Assertions.assertThat(file.suggestedFilename())
                    .startsWith(world.licence)
                    .endsWith(".act");
            Assertions.assertThat(Files.readString(file.path())).contains("activation 1");
            page.navigate(address("/service-desk/licences"));
            look(page, "licence-activated");

            var small = signedIn(phone, world.user.login(), LicenceWorld.PASSWORD);
            small.navigate(address("/service-desk/licences"));
            look(small, "licence-activated-phone");
            small.navigate(address("/service-desk/licences?lang=en"));
            look(small, "licence-activated-phone-en");
            small.navigate(
                    address("/service-desk/tickets/" + world.ticket(request).id()));
            look(small, "licence-ticket-phone-en");

            var supervisor = signedIn(chief, "supervisor");
            supervisor.navigate(address("/desk/licences/" + world.licence));
            supervisor.locator("button[value=SUSPEND]").click();
            assertThat(supervisor.locator("[role=alert]")).isVisible();
            supervisor.fill("#f-reason", "卡丢失，待核实");
            supervisor.locator("button[value=SUSPEND]").click();
            assertThat(supervisor.locator(".k-head .k-badge")).hasText("已暂停");
            look(supervisor, "licence-desk-suspended");
            supervisor.navigate(address("/desk/licences/" + world.licence + "?lang=en"));
            look(supervisor, "licence-desk-suspended-en");
            supervisor.setViewportSize(390, 844);
            look(supervisor, "licence-desk-suspended-phone-en");
            supervisor.navigate(address("/desk/licences"));
            look(supervisor, "licence-desk-list-phone-en");
            page.navigate(address("/service-desk/licences"));
            assertThat(page.locator("main")).containsText("卡丢失，待核实");
            look(page, "licence-suspended");
        }
    }

    @Test
    void h142templateAndPrefilledPrintLieBesideTheSlot() {
        try (var laptop = chromium.laptop();
                var phone = chromium.phone()) {
            var page = signedIn(laptop, "bj4404990002");
            page.navigate(address("/inspection-entry/filings"));
            page.locator("main form button", new Page.LocatorOptions().setHasText("新增"))
                    .first()
                    .click();
            var slot = page.locator(".k-slot", new Page.LocatorOptions().setHasText("质量诚信经营承诺书"))
                    .first();
            slot.scrollIntoViewIfNeeded();
            look(page, "inspection-papers");
            var template = page.waitForDownload(() -> slot.locator("a.btn").click());
            Assertions.assertThat(template.suggestedFilename()).isEqualTo("质量诚信经营承诺书.doc");
            var print = page.waitForDownload(
                    () -> page.locator("button[form$='DOC-09-docx']").click());
            Assertions.assertThat(print.suggestedFilename()).endsWith(".docx");
            var url = page.url();
            page.navigate(url + "?lang=en");
            look(page, "inspection-papers-en");
            var small = signedIn(phone, "bj4404990002");
            small.navigate(url);
            look(small, "inspection-papers-phone");
        }
    }

    private static FilePayload payload(String name, Bytes content) {
        return new FilePayload(name, "application/octet-stream", content.array());
    }
}
