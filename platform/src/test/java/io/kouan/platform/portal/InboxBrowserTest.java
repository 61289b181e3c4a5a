package io.kouan.platform.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import io.kouan.platform.TestPort;
import io.kouan.platform.notifications.Notifications;
import io.kouan.platform.notifications.Reader;
import io.kouan.platform.notifications.Recipients;
import io.kouan.platform.post.Letter;
import io.kouan.platform.post.Post;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Inbox, choices, the sandbox's letter box and attachments, in a real browser, wide and narrow, in both languages. */
class InboxBrowserTest extends InBrowser {

    private static final TestPort PORT = TestPort.shared();

    @Test
    void aReaderFindsWhatIsNewAndGoesOnFromThere() {
        tell("payment", 21);
        try (var context = chromium.laptop()) {
            var page = signedIn(context, "payment");
            assertThat(page.locator(".k-bell-count")).hasText("23");
            page.locator(".k-bell").click();
            assertThat(page.locator(".k-inbox > li.is-unread")).hasCount(20);
            lookEverywhere(page, "inbox");
            page.locator(".k-inbox > li").first().locator("form button").click();
            assertThat(page.locator(".k-bell-count")).hasText("22");
            page.locator(".k-pages a").click();
            assertThat(page.locator(".k-inbox > li")).hasCount(3);
            page.locator(".k-inbox > li").last().locator(".k-inbox-when a").click();
            page.waitForURL("**/guide");
            page.navigate(address("/inbox"));
            assertThat(page.locator(".k-bell-count")).hasText("21");
            page.locator(".card-header form button").click();
            assertThat(page.locator(".k-bell-count")).hasCount(0);
            page.navigate(address("/inbox?unread=true"));
            assertThat(page.locator(".k-empty")).containsText("没有未读消息");
            lookEverywhere(page, "inbox-empty");
        }
    }

    @Test
    void anAdministratorChoosesForTheEnterpriseAndAnOfficerForThemselves() {
        try (var company = chromium.laptop();
                var office = chromium.laptop()) {
            var page = signedIn(company, "payment");
            page.navigate(address("/inbox/preferences"));
            page.check("input[name=mail]");
            page.locator("main form button").click();
            assertThat(page.locator(".k-note.good")).isVisible();
            assertThat(page.locator("input[name=mail]")).isChecked();
            lookEverywhere(page, "preferences");

            var officer = signedIn(office, "registrar");
            officer.navigate(address("/inbox/preferences"));
            assertThat(officer.locator("tbody tr")).hasCount(1);
            lookEverywhere(officer, "preferences-officer");
        }
    }

    @Test
    void whatTheSandboxCaughtIsThereForEverybody() {
        var post = PORT.bean(Post.class);
        post.send(Letter.mail(
                "lisi@example.com",
                "【口岸】海关企业注册登记已通过 · Customs registration approved",
                "海关企业注册登记审批通过，海关十位编码4404112345。\n\nThe registration with customs has been approved."));
        post.send(Letter.sms("13800001111", "【口岸】验证码 735291，5分钟内有效。"));
        await().until(() -> PORT.count("caught_letter", "text like '%735291%'") == 1);
        try (var context = chromium.laptop()) {
            var page = context.newPage();
            page.navigate(address("/sandbox/post?lang=zh"));
            assertThat(page.locator(".k-letters")).containsText("735291");
            lookEverywhere(page, "post");
        }
    }

    @Test
    void attachmentsAreUploadedSeenAndRefusedInThePage() throws IOException {
        try (var context = chromium.laptop()) {
            var page = signedIn(context, "payment");
            page.navigate(address("/forms/customs_registration"));
            page.locator("main button.btn-primary").click();
            var slot = page.locator(".k-slot").first();
            var held = new CopyOnWriteArrayList<Route>();
            page.route("**/records/*/files/*", held::add);
            upload(slot, new FilePayload("营业执照.png", "image/png", picture()));
            assertThat(slot.locator("form[data-drop] .k-upload-progress progress"))
                    .isVisible();
            assertThat(slot.locator("form[data-drop] [role=status]")).containsText("营业执照.png");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screens/progress.png")));
            page.unroute("**/records/*/files/*");
            held.forEach(Route::resume);
            assertThat(slot.locator(".k-files")).containsText("营业执照.png");
            assertThat(slot.locator(".k-thumb img")).hasCount(1);
            Assertions.assertThat(
                            (Boolean)
                                    slot.locator(".k-thumb img")
                                            .evaluate(
                                                    "async image => { image.loading = 'eager'; await image.decode(); return image.naturalWidth > 0; }"))
                    .isTrue();
            lookEverywhere(page, "slots");

            slot.locator(".k-thumb").click();
            assertThat(page.locator(".k-sheet img")).hasCount(1);
            lookEverywhere(page, "view");
            page.locator(".k-crumbs a").click();

            page.navigate(page.url().replaceAll("#.*", ""));
            var bad = page.locator(".k-slot form[data-drop]").first();
            bad.locator("input[type=file]")
                    .setInputFiles(new FilePayload(
                            "b.pdf",
                            "application/pdf",
                            "<script>".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
            bad.locator("button").click();
            assertThat(page.locator("#faults")).isVisible();
            assertThat(page.locator("#f-fto_form-fault")).containsText("文件内容与扩展名不符");
            lookEverywhere(page, "refused");

            var link = page.locator(".k-files a:not(.k-thumb)").first().getAttribute("href");
            page.navigate(address(link.replaceAll("token=[0-9]+", "token=1")));
            assertThat(page.locator(".k-note.wait")).containsText("已过期");
            for (String kept : List.of("upload done", "upload ERR_FILE_MAGIC", "download done")) {
                Assertions.assertThat(PORT.count(
                                "audit_entry",
                                "kind = 'file' and login = 'payment' and action || ' ' || result = ?",
                                kept))
                        .as(kept)
                        .isPositive();
            }
        }
    }

    private static void upload(Locator slot, FilePayload file) {
        slot.locator("form[data-drop] input[type=file]").setInputFiles(file);
        slot.locator("form[data-drop] button").click();
    }

    /** Looks at the page wide and narrow, in both languages. */
    private void lookEverywhere(Page page, String name) {
        var here = page.url();
        for (String language : List.of("zh", "en")) {
            if (language.equals("en")) {
                page.locator("header a[hreflang=en]").click();
            }
            for (int width : List.of(1366, 390)) {
                page.setViewportSize(width, 844);
                look(page, name + "-" + language + "-" + width);
            }
        }
        page.setViewportSize(1366, 768);
        page.navigate(here.replaceAll("[?&]lang=..", "").replaceAll("#.*", "") + (here.contains("?") ? "&" : "?")
                + "lang=zh");
    }

    private static void tell(String login, int changes) {
        var notifications = PORT.bean(Notifications.class);
        notifications.tell(
                "N-14",
                List.of(new Reader(new Recipients.OnePerson(login), "/guide")),
                Map.of("customs_code", "4404112345"));
        for (int number = 1; number <= changes; number++) {
            notifications.tell("N-15", new Recipients.OnePerson(login), Map.of("no", "SW2026112500000" + number));
        }
        notifications.tell(
                "N-12",
                List.of(new Reader(new Recipients.OnePerson(login), "/forms/customs_registration")),
                Map.of(
                        "form",
                        "企业注册登记",
                        "form.en",
                        "Customs enterprise registration",
                        "no",
                        "SW20261125000001",
                        "reason",
                        "营业执照扫描件不清晰，请重新上传"));
    }

    private static byte[] picture() throws IOException {
        var image = new BufferedImage(900, 1200, BufferedImage.TYPE_INT_RGB);
        var drawing = image.createGraphics();
        drawing.setColor(new Color(0xf4ecd8));
        drawing.fillRect(0, 0, 900, 1200);
        drawing.setColor(new Color(0xb5382a));
        drawing.fillOval(560, 860, 220, 220);
        drawing.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
