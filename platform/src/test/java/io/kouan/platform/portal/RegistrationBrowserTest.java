package io.kouan.platform.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.kouan.platform.TestPort;
import io.kouan.platform.post.CaughtLetter;
import io.kouan.platform.post.CaughtLetters;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A registration in a real browser by somebody who has a keyboard and no mouse, and the user centre on a phone. */
class RegistrationBrowserTest extends InBrowser {

    private static final TestPort PORT = TestPort.shared();
    private static final Pattern SUM = Pattern.compile("(?:填写|result of) ([0-9]{4}) (?:加|plus) ([0-9])");
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");
    private static final String MOBILE = "13912345678";
    private static final String PASSWORD = "Keyboard-1";
    private static final int MOST_TABS = 80;

    @Test
    void somebodyRegistersWithTheKeyboardAloneAndSignsIn() {
        try (var laptop = chromium.laptop()) {
            var page = laptop.newPage();
            page.navigate(address("/signin?lang=zh"));
            press(page, "a[href='/register']", "Enter");
            look(page);
            press(page, "main .btn-primary", "Enter");

            press(page, "main .btn-primary", "Enter");
            assertThat(page.locator("#faults")).isFocused();
            look(page);
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.locator("#f-uscc")).isFocused();
            type(page, "#f-uscc", "91440400MA5CBEC28X");
            type(page, "#f-enterprise_name_zh", "珠海键盘跨境电子商务有限公司");
            type(page, "#f-registered_address", "珠海市香洲区情侣中路1号");
            type(page, "#f-legal_rep_name", "王港");
            type(page, "#f-legal_rep_id_no", "440402197203150016");
            press(page, "main .btn-primary", "Enter");

            look(page);
            type(page, "#f-username", "keyboard1");
            type(page, "#f-password", PASSWORD);
            type(page, "#f-password_confirm", PASSWORD);
            type(page, "#f-real_name", "李晨");
            type(page, "#f-id_no", "440402199001011236");
            type(page, "#f-mobile", MOBILE);
            type(page, "#f-email", "office@example.com");
            press(page, "main .btn-primary", "Enter");

            look(page);
            type(page, "#f-captcha", sum(page));
            press(page, "button[name=send]", "Enter");
            assertThat(page.locator("#f-sms_code")).isVisible();
            look(page);
            type(page, "#f-sms_code", code());
            press(page, "main .btn-primary", "Enter");

            assertThat(page.locator("main")).containsText("珠海键盘跨境电子商务有限公司");
            look(page);
            press(page, "#f-agree_terms", "Space");
            press(page, "main .btn-primary", "Enter");
            assertThat(page.locator("main")).containsText("注册成功");
            look(page);

            press(page, "main a[href='/signin']", "Enter");
            look(page);
            type(page, "#login", "keyboard1");
            type(page, "#password", PASSWORD);
            enter(page);
            page.locator("header .k-person").waitFor();
            for (String path : List.of(
                    "/account",
                    "/account/password",
                    "/account/mobile",
                    "/account/sessions",
                    "/account/second-factor",
                    "/account/operators",
                    "/account/operators/new",
                    "/account/enterprise")) {
                page.navigate("http://localhost:" + PORT.port() + path);
                look(page);
                page.setViewportSize(390, 844);
                page.navigate(address(path) + "?lang=en");
                look(page);
                page.setViewportSize(1366, 768);
                page.navigate(address(path) + "?lang=zh");
            }
        }
    }

    private static void type(Page page, String field, String text) {
        tabTo(page, field);
        page.keyboard().insertText(text);
    }

    private static void press(Page page, String what, String key) {
        tabTo(page, what);
        if (key.equals("Enter")) {
            enter(page);
        } else {
            page.keyboard().press(key);
        }
    }

    /** Presses Enter and waits for the page that it leads to. */
    private static void enter(Page page) {
        page.evaluate("window.kouanBefore = true");
        page.keyboard().press("Enter");
        await().ignoreExceptions()
                .until(() -> (Boolean) page.evaluate("!window.kouanBefore && document.readyState === 'complete'"));
    }

    /** Goes on with the Tab key until it is there. */
    private static void tabTo(Page page, String what) {
        for (int i = 0; i < MOST_TABS; i++) {
            if ((Boolean) page.evaluate("what => document.activeElement.matches(what)", what)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError(what + " cannot be reached with the keyboard on " + page.url());
    }

    private static String sum(Page page) {
        var sum = SUM.matcher(page.locator("main").innerText());
        Assertions.assertThat(sum.find()).isTrue();
        return Integer.toString(Integer.parseInt(sum.group(1)) + Integer.parseInt(sum.group(2)));
    }

    private static String code() {
        await().until(() -> !letters().isEmpty());
        var code = CODE.matcher(letters().getFirst().text());
        Assertions.assertThat(code.find()).isTrue();
        return code.group();
    }

    private static List<CaughtLetter> letters() {
        return PORT.bean(CaughtLetters.class).newest().stream()
                .filter(letter -> letter.to().equals(MOBILE))
                .toList();
    }
}
