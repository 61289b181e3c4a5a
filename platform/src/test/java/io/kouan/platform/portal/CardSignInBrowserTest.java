package io.kouan.platform.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import io.kouan.client.Kouan;
import io.kouan.platform.TestPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The legal person's card, the real agent in a process of its own, and a real browser between them. */
class CardSignInBrowserTest {

    private static int agentPort;
    private static TestPort port;
    private static Process agent;
    private static Chromium chromium;

    @BeforeAll
    static void open() throws IOException {
        try (var free = new ServerSocket(0)) {
            agentPort = free.getLocalPort();
        }
        port = TestPort.start(
                "--kouan.card-agent=http://127.0.0.1:" + agentPort, "--kouan.accounts.staff-role-days=180");
        agent = agent();
        chromium = Chromium.open();
    }

    @AfterAll
    static void close() {
        chromium.close();
        agent.destroy();
        port.close();
    }

    @Test
    void theLegalPersonSignsInWithTheCardAndOpensTheChangeOfRegistration() {
        var complaints = new ArrayList<String>();
        try (var laptop = chromium.laptop()) {
            var page = laptop.newPage();
            page.navigate(address("/signin?lang=zh"));
            page.locator("a[href='/signin/card']").click();
            assertThat(page.locator("#card-choice option")).hasCount(2);
            complaints.addAll(Chromium.flaws(page));
            complaints.addAll(Chromium.barriers(page));
            page.locator("#card-choice")
                    .selectOption(new SelectOption().setValue(card("file").substring(6)));

            page.fill("#card-pin", "000000");
            page.locator("#card-local button[type=submit]").click();
            assertThat(page.locator("#card-trouble")).hasText("卡密码错误，剩余5次");

            page.fill("#card-pin", card("pin"));
            page.locator("#card-local button[type=submit]").click();
            assertThat(page).hasURL(address("/guide"));
            assertThat(page.locator("header .k-person")).containsText("王港");

            page.navigate(address("/forms/customs_registration_change"));
            page.locator("main button.btn-primary").click();
            assertThat(page.locator("h1")).containsText("注册信息变更申请");
            assertThat(page.locator("main")).containsText("4404990002");

            page.navigate(address("/account/enterprise"));
            note(page, complaints);
            page.locator("a[href='/account/administrator']").click();
            assertThat(page.locator("h1")).containsText("变更企业管理员");
            note(page, complaints);
            page.setViewportSize(390, 844);
            page.navigate(address("/account/administrator?lang=en"));
            note(page, complaints);
        }
        Assertions.assertThat(complaints).isEmpty();
    }

    /** The card that signs in is read by the same agent at the registration; that of somebody registered is refused. */
    @Test
    void theRegistrationReadsTheCardThroughTheAgent() {
        var complaints = new ArrayList<String>();
        try (var laptop = chromium.laptop();
                var phone = chromium.phone()) {
            var page = laptop.newPage();
            page.navigate(address("/register?lang=zh"));
            page.check("input[value=CARD]");
            page.locator("main form button.btn-primary").click();
            assertThat(page.locator("h1")).hasText("读取卡证书");
            assertThat(page.locator("#card-choice option")).hasCount(2);
            note(page, complaints);
            page.fill("#card-pin", card("pin"));
            page.locator("#card-local button[type=submit]").click();
            assertThat(page.locator("#card-refusal")).containsText("该企业已注册");

            var small = phone.newPage();
            small.navigate(address("/register/card?lang=en"));
            note(small, complaints);
        }
        Assertions.assertThat(complaints).isEmpty();
    }

    @Test
    void thePagesOfAccountsFitAndHaveNoBarriers() {
        var complaints = new ArrayList<String>();
        for (var context : List.of(chromium.laptop(), chromium.phone())) {
            try (context) {
                for (String language : List.of("zh", "en")) {
                    visit(context, "security", language, List.of("/staff", "/staff/review"), complaints);
                    visit(
                            context,
                            "merchant",
                            language,
                            List.of("/account/enterprise", "/account/enterprise/agent"),
                            complaints);
                    visit(context, "", language, List.of("/signin?norole", "/register/card"), complaints);
                }
            }
        }
        Assertions.assertThat(complaints).isEmpty();
    }

    /** As somebody who has signed in, or as a stranger where no login is given. */
    private static void visit(
            BrowserContext context, String login, String language, List<String> paths, List<String> complaints) {
        context.clearCookies();
        var page = context.newPage();
        page.navigate(address("/signin?lang=" + language));
        if (!login.isEmpty()) {
            page.fill("#login", login);
            page.fill("#password", password(login));
            page.locator("main form button").first().click();
            page.locator("header .k-person").waitFor();
        }
        for (String path : paths) {
            page.navigate(address(path));
            note(page, complaints);
        }
        page.close();
    }

    @Test
    void thePagesOfCardsFitAndHaveNoBarriers() {
        var complaints = new ArrayList<String>();
        for (var context : List.of(chromium.laptop(), chromium.phone())) {
            try (context) {
                for (String language : List.of("zh", "en")) {
                    look(context, "merchant", language, List.of("/cards"), complaints);
                    look(
                            context,
                            "cards",
                            language,
                            List.of("/cards", "/cards/new", "/cards/new?machine=true"),
                            complaints);
                }
            }
        }
        Assertions.assertThat(complaints).isEmpty();
    }

    /** The pages, and the page of the first card that they list. */
    private static void look(
            BrowserContext context, String login, String language, List<String> paths, List<String> complaints) {
        context.clearCookies();
        var page = context.newPage();
        page.navigate(address("/signin?lang=" + language));
        page.fill("#login", login);
        page.fill("#password", password(login));
        page.locator("main form button").first().click();
        page.locator("header .k-person").waitFor();
        for (String path : paths) {
            page.navigate(address(path));
            note(page, complaints);
        }
        page.navigate(address("/cards"));
        page.locator("tbody a.mono[href^='/cards/']").first().click();
        note(page, complaints);
        page.navigate(address("/signin/card"));
        note(page, complaints);
        page.close();
    }

    private static void note(Page page, List<String> complaints) {
        complaints.addAll(Chromium.flaws(page));
        complaints.addAll(Chromium.barriers(page));
        var folder = System.getProperty("kouan.screenshots", "");
        if (!folder.isEmpty()) {
            var name = page.url().replaceAll("^https?://[^/]*/|[?=&]", "").replace('/', '-')
                    + "-" + page.viewportSize().width + "-"
                    + page.locator("html").getAttribute("lang") + "-"
                    + complaints.size();
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, name + ".png")));
        }
    }

    private static String card(String field) {
        return JsonMapper.shared()
                .readTree(port.home().resolve("sandbox/sandbox.json").toFile())
                .path("cards")
                .get(0)
                .path(field)
                .asString("");
    }

    private static String password(String login) {
        return JsonMapper.shared()
                .readTree(port.home().resolve("sandbox/sandbox.json").toFile())
                .path("people")
                .valueStream()
                .filter(person -> person.path("login").asString("").equals(login))
                .map(person -> person.path("password").asString(""))
                .findFirst()
                .orElseThrow();
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
                        address(""),
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

    private static String address(String path) {
        return "http://localhost:" + port.port() + path;
    }
}
