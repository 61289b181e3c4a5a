package io.kouan.platform.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.TestPort;
import io.kouan.platform.accounts.Account;
import io.kouan.platform.accounts.Accounts;
import io.kouan.platform.accounts.Menu;
import io.kouan.platform.accounts.Role;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The legal person changes the enterprise's administrator with the legal-person card (roles.md section 5). */
class AdministratorChangeTest {

    private static final TestPort PORT = TestPort.shared();
    private static final String PAGE = "/account/administrator";

    private final CardWorld world = new CardWorld(PORT);
    private final String before = world.admin().login();

    @Test
    void anOperatorBecomesTheAdministratorAndTheOldOneIsTold() {
        var operator = operator(world);
        var card = world.issued(CardKind.LEGAL, CardWorld.LEGAL);

        try (var browser = new CardBrowser(PORT)) {
            browser.signIn(card.key());
            assertThat(browser.get("/account/enterprise").body()).contains("href=\"" + PAGE + "\"", before);
            assertThat(browser.get(PAGE).body()).contains(operator).doesNotContain("value=\"card:");
            browser.submit(PAGE, PAGE, Map.of("login", operator));
        }

        assertThat(roles(operator)).containsExactly(Role.ENT_ADMIN);
        assertThat(roles(before)).containsExactly(Role.ENT_OPERATOR);
        assertThat(told(before)).isOne();
        assertThat(told(operator)).isOne();
        assertThat(PORT.count(
                        "audit_entry",
                        "action = 'change_administrator' and object = ? and login = ? and content like ?",
                        operator,
                        card.card().login(),
                        "%" + before + "%"))
                .isOne();
    }

    @Test
    void somebodyNewBecomesTheAdministratorWithAPasswordThatIsShownOnce() {
        var login = "newadmin" + world.enterprise;
        var answers = new HashMap<>(Map.of("username", login, "real_name", "赵一", "id_type", "RESIDENT_ID"));
        answers.put("id_no", "440403198502284568");
        answers.put("mobile", "1390%07d".formatted(world.enterprise));
        var card = world.issued(CardKind.LEGAL, CardWorld.LEGAL);

        try (var browser = new CardBrowser(PORT)) {
            browser.signIn(card.key());
            var answer = browser.submit(PAGE, PAGE + "/new", answers);
            assertThat(answer.body()).contains("k-secret", login, "href=\"/account/enterprise\"");
        }

        assertThat(roles(login)).containsExactly(Role.ENT_ADMIN);
        assertThat(PORT.bean(Accounts.class).find(login)).get().matches(Account::initialPassword);
        assertThat(roles(before)).containsExactly(Role.ENT_OPERATOR);
    }

    @Test
    void sod09NobodyElseChangesTheAdministrator() {
        var operator = operator(world);
        var card = world.issued(CardKind.OPERATOR, CardWorld.OPERATOR);

        try (var browser = new CardBrowser(PORT)) {
            browser.signIn(card.key());
            assertThat(browser.get("/account/enterprise").body()).contains("变更须由法人卡持卡人插卡登录后办理");
            assertThat(browser.get(PAGE).statusCode()).isEqualTo(403);
            assertThat(browser.submit("/account/password", PAGE, Map.of("login", operator))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(roles(before)).containsExactly(Role.ENT_ADMIN);
    }

    @Test
    void peopleOfOtherEnterprisesAndThoseWhoAreDisabledCannotBeNamed() {
        var stranger = operator(new CardWorld(PORT));
        var disabled = operator(world);
        PORT.bean(Accounts.class).disable(disabled, before);
        var card = world.issued(CardKind.LEGAL, CardWorld.LEGAL);

        try (var browser = new CardBrowser(PORT)) {
            browser.signIn(card.key());
            for (String login :
                    new String[] {stranger, disabled, "nobody", "", card.card().login()}) {
                assertThat(browser.submit(PAGE, PAGE, Map.of("login", login)).body())
                        .contains("请选择一名本企业在用的操作员");
            }
        }
        assertThat(roles(before)).containsExactly(Role.ENT_ADMIN);
    }

    private static String operator(CardWorld world) {
        var login = "clerk" + System.nanoTime();
        PORT.bean(Accounts.class)
                .open(
                        login,
                        "{noop}",
                        false,
                        "钱二",
                        world.enterprise,
                        Role.ENT_OPERATOR,
                        new Account.Details("RESIDENT_ID", "440402198811110047", "", "", "", ""),
                        EnumSet.allOf(Menu.class));
        return login;
    }

    private static Set<Role> roles(String login) {
        return PORT.bean(Accounts.class).find(login).orElseThrow().roles();
    }

    private static long told(String login) {
        return PORT.count(
                "notification n join inbox_entry e on e.notification_id = n.id",
                "n.kind = 'N-93' and e.login = ?",
                login);
    }
}
