package io.kouan.platform.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.SelectOption;
import io.kouan.client.Kouan;
import io.kouan.platform.TestPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The legal person's card, the real agent in a process of its own, and a real browser between them. */
class CardSignInBrowserTest extends InBrowser {

    private static int agentPort;
    private static TestPort port;
    private static Process agent;

    @BeforeAll
    static void open() throws IOException {
        try (var free = new ServerSocket(0)) {
            agentPort = free.getLocalPort();
        }
        port = TestPort.start(
                "--kouan.card-agent=http://127.0.0.1:" + agentPort, "--kouan.accounts.staff-role-days=180");
        agent = agent();
    }

    @AfterAll
    static void close() {
        agent.destroy();
        port.close();
    }

    @Override
    TestPort port() {
        return port;
    }

    @Test
    void theLegalPersonSignsInWithTheCardAndOpensTheChangeOfRegistration() {
        try (var laptop = chromium.laptop()) {
            var page = laptop.newPage();
            page.navigate(address("/signin?lang=zh"));
            page.locator("a[href='/signin/card']").click();
            assertThat(page.locator("#card-choice option")).hasCount(2);
            look(page);
            page.locator("#card-choice")
                    .selectOption(new SelectOption().setValue(port.card("file").substring(6)));

            page.fill("#card-pin", "000000");
            page.locator("#card-local button[type=submit]").click();
            assertThat(page.locator("#card-trouble")).hasText("卡密码错误，剩余5次");

            page.fill("#card-pin", port.card("pin"));
            page.locator("#card-local button[type=submit]").click();
            assertThat(page).hasURL(address("/guide"));
            assertThat(page.locator("header .k-person")).containsText("王港");

            page.navigate(address("/forms/customs_registration_change"));
            page.locator("main button.btn-primary").click();
            assertThat(page.locator("h1")).containsText("注册信息变更申请");
            assertThat(page.locator("main")).containsText("4404990002");

            page.navigate(address("/account/enterprise"));
            look(page);
            page.locator("a[href='/account/administrator']").click();
            assertThat(page.locator("h1")).containsText("变更企业管理员");
            look(page);
            page.setViewportSize(390, 844);
            page.navigate(address("/account/administrator?lang=en"));
            look(page);
        }
    }

    /** The card that signs in is read by the same agent at the registration; that of somebody registered is refused. */
    @Test
    void theRegistrationReadsTheCardThroughTheAgent() {
        try (var laptop = chromium.laptop();
                var phone = chromium.phone()) {
            var page = laptop.newPage();
            page.navigate(address("/register?lang=zh"));
            page.check("input[value=CARD]");
            page.locator("main form button.btn-primary").click();
            assertThat(page.locator("h1")).hasText("读取卡证书");
            assertThat(page.locator("#card-choice option")).hasCount(2);
            look(page);
            page.fill("#card-pin", port.card("pin"));
            page.locator("#card-local button[type=submit]").click();
            assertThat(page.locator("#card-refusal")).containsText("该企业已注册");

            var small = phone.newPage();
            small.navigate(address("/register/card?lang=en"));
            look(small);
        }
    }

    @Test
    void thePagesOfAccountsFitAndHaveNoBarriers() {
        for (var context : List.of(chromium.laptop(), chromium.phone())) {
            try (context) {
                for (String language : List.of("zh", "en")) {
                    visit(context, "security", language, List.of("/staff", "/staff/review"));
                    visit(context, "merchant", language, List.of("/account/enterprise", "/account/enterprise/agent"));
                    visit(context, "", language, List.of("/signin?norole", "/register/card"));
                }
            }
        }
    }

    /** As somebody who has signed in, or as a stranger where no login is given. */
    private void visit(BrowserContext context, String login, String language, List<String> paths) {
        context.clearCookies();
        var page = login.isEmpty()
                ? Chromium.signInForm(context, address(""), language)
                : signedIn(context, login, port.password(login), language);
        for (String path : paths) {
            page.navigate(address(path));
            look(page);
        }
        page.close();
    }

    @Test
    void thePagesOfCardsFitAndHaveNoBarriers() {
        for (var context : List.of(chromium.laptop(), chromium.phone())) {
            try (context) {
                for (String language : List.of("zh", "en")) {
                    cards(context, "merchant", language, List.of("/cards"));
                    cards(context, "cards", language, List.of("/cards", "/cards/new", "/cards/new?machine=true"));
                }
            }
        }
    }

    /** The pages, and the page of the first card that they list. */
    private void cards(BrowserContext context, String login, String language, List<String> paths) {
        context.clearCookies();
        var page = signedIn(context, login, port.password(login), language);
        for (String path : paths) {
            page.navigate(address(path));
            look(page);
        }
        page.navigate(address("/cards"));
        page.locator("tbody a.mono[href^='/cards/']").first().click();
        look(page);
        page.navigate(address("/signin/card"));
        look(page);
        page.close();
    }

    /** As a user starts it. */
    private static Process agent() throws IOException {
        var started = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Kouan.class.getName(),
                        "client",
                        "agent",
                        "--cards",
                        port.home().resolve("sandbox/cards").toString(),
                        "--origin",
                        port.address(""),
                        "--port",
                        Integer.toString(agentPort))
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target/agent.log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(60)).until(CardSignInBrowserTest::listens);
        return started;
    }

    private static boolean listens() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), agentPort)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
