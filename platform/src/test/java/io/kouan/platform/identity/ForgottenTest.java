package io.kouan.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kouan.platform.accounts.Accounts;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForgottenTest {

    private static final Pattern LINK = Pattern.compile("token=([A-Za-z0-9_-]{43})");
    private static final String OTHER = "Other-pass8";

    private final Visitor visitor = new Visitor(World.PORT);

    @BeforeEach
    void forgetFailures() {
        World.PORT.db().sql("delete from sign_in_failure").update();
    }

    @Test
    void aCodeBySmsSetsANewPasswordAndAllSessionsEnd() {
        var login = World.administrator();
        var elsewhere = new Visitor(World.PORT).signIn(login, World.PASSWORD);
        ask(login, "sms");
        visitor.post("/forgotten/code", "sms_code", visitor.code(mobile(login), 1));
        assertThat(visitor.address()).endsWith("/forgotten/password");

        visitor.post("/forgotten/password", "new_password", World.PASSWORD, "new_password_confirm", World.PASSWORD);
        assertThat(visitor.page()).contains("密码须为8至20位");
        visitor.post("/forgotten/password", "new_password", OTHER, "new_password_confirm", "Other-pass9");
        assertThat(visitor.page()).contains("两次输入的密码不一致");
        visitor.post("/forgotten/password", "new_password", OTHER, "new_password_confirm", OTHER);

        assertThat(visitor.page()).contains("密码已修改");
        assertThat(elsewhere.open("/account").address()).contains("/signin");
        assertThat(visitor.signIn(login, OTHER).address()).doesNotContain("signin");
        assertThat(World.PORT.count(
                        "audit_entry", "object = ? and action = 'reset_password' and result = 'done'", login))
                .isEqualTo(1);
    }

    @Test
    void aLinkByMailIsGoodOnceAndForHalfAnHour() {
        var login = World.administrator();
        ask(login, "mail");
        var token = token(login);
        visitor.open("/forgotten/mail?token=" + token).post("/forgotten/mail", "token", token);
        assertThat(visitor.address()).endsWith("/forgotten/password");
        var second =
                new Visitor(World.PORT).open("/forgotten/mail?token=" + token).post("/forgotten/mail", "token", token);
        assertThat(second.page()).contains("该链接已失效或已使用");

        var late = World.administrator();
        ask(late, "mail");
        var old = token(late);
        World.CLOCK.move(Duration.ofMinutes(31));
        visitor.open("/forgotten/mail?token=" + old).post("/forgotten/mail", "token", old);
        assertThat(visitor.page()).contains("该链接已失效或已使用");
    }

    @Test
    void nobodyLearnsWhetherThereIsSuchAnAccount() {
        ask(World.administrator(), "sms");
        var known = visitor.page().replaceAll("value=\"[^\"]*\"", "");
        ask("nobody_at_all", "sms");
        var unknown = visitor.page().replaceAll("value=\"[^\"]*\"", "");

        assertThat(unknown).isEqualTo(known);
        visitor.post("/forgotten/code", "sms_code", "000000");
        assertThat(visitor.page()).contains("短信验证码错误或已失效");
    }

    @Test
    void aCaptchaAnswersOnce() {
        var login = World.administrator();
        visitor.open("/forgotten");
        var id = visitor.captchaId();
        var sum = visitor.sum();
        visitor.post("/forgotten", "login", login, "captchaId", id, "captcha", sum, "way", "sms");
        assertThat(visitor.address()).endsWith("/forgotten/code");

        visitor.open("/forgotten").post("/forgotten", "login", login, "captchaId", id, "captcha", sum, "way", "sms");

        assertThat(visitor.page()).contains("验证码错误或已失效");
    }

    @Test
    void theLastPageCannotBeHadWithoutProof() {
        assertThat(visitor.open("/forgotten/password").address()).endsWith("/forgotten");
        visitor.post("/forgotten/password", "new_password", OTHER, "new_password_confirm", OTHER);
        assertThat(visitor.address()).endsWith("/forgotten");
    }

    private void ask(String login, String way) {
        visitor.open("/forgotten");
        visitor.post(
                "/forgotten", "login", login, "captchaId", visitor.captchaId(), "captcha", visitor.sum(), "way", way);
    }

    private static String mobile(String login) {
        return World.PORT
                .bean(Accounts.class)
                .find(login)
                .orElseThrow()
                .details()
                .mobile();
    }

    private String token(String login) {
        var to = login + "@example.com";
        await().until(() -> !visitor.letters(to).isEmpty());
        assertThat(visitor.letters(to).getFirst().text())
                .as("the link leads to the port's own address")
                .contains("http://localhost:" + World.PORT.port() + "/forgotten/mail?token=");
        var link = LINK.matcher(visitor.letters(to).getFirst().text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
