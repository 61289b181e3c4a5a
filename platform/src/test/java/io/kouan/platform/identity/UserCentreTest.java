package io.kouan.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.accounts.Account;
import io.kouan.platform.accounts.Accounts;
import io.kouan.platform.accounts.EnterpriseProfile;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.Realm;
import io.kouan.platform.accounts.RealmAccounts;
import io.kouan.platform.accounts.Role;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UserCentreTest {

    private static final Pattern INITIAL = Pattern.compile("k-secret\">([A-Za-z0-9]{12})<");
    private static final Pattern SECRET = Pattern.compile("k-secret wrap\">([A-Z2-7]{32})<");
    private static final Pattern RECOVERY = Pattern.compile("k-secret\">([A-Z2-7-]{19})<");
    private static final Pattern MARK = Pattern.compile("name=\"mark\" value=\"([0-9a-f]{16})\"");

    private static final byte[] PNG = png();

    private final Visitor visitor = new Visitor(World.PORT);

    @BeforeEach
    void forgetFailures() {
        World.PORT.db().sql("delete from sign_in_failure").update();
    }

    @Test
    void ownDataAreMaskedAndLinkedAccountsShown() {
        var login = World.administrator();
        World.PORT.bean(RealmAccounts.class).link(Realm.CS, login + "_cs", login);

        visitor.signIn(login, World.PASSWORD).open("/account");

        assertThat(visitor.page()).contains("440402********0016", "客户服务平台", login + "_cs");
        assertThat(visitor.page()).doesNotContain("440402197203150016");
    }

    @Test
    void aPasswordIsChangedByWhoKnowsTheOldOneAndNoneOfTheLastFiveComesBack() {
        var login = World.administrator();
        visitor.signIn(login, World.PASSWORD).open("/account/password");
        change("wrong", "Fresh-pass1");
        assertThat(visitor.page()).contains("当前密码不正确");

        var elsewhere = new Visitor(World.PORT).signIn(login, World.PASSWORD);
        change(World.PASSWORD, "Fresh-pass1");
        assertThat(visitor.page()).contains("密码已修改");
        assertThat(elsewhere.open("/account").address()).contains("/signin");

        visitor.open("/account/password");
        change("Fresh-pass1", World.PASSWORD);
        assertThat(visitor.page()).contains("密码须为8至20位");
        change("Fresh-pass1", "has-" + login + "-A1");
        assertThat(visitor.page()).contains("密码须为8至20位");
    }

    @Test
    void anotherMobileNumberNeedsACodeToTheOldAndOneToTheNew() {
        var login = World.administrator();
        var old = account(login).details().mobile();
        var fresh = World.mobile();
        visitor.signIn(login, World.PASSWORD).open("/account/mobile").post("/account/mobile", "mobile", fresh);
        visitor.post("/account/mobile/confirm", "old_code", "000000", "new_code", visitor.code(fresh, 1));
        assertThat(visitor.page()).contains("验证码错误或已失效");
        visitor.post("/account/mobile/confirm", "old_code", visitor.code(old, 1), "new_code", visitor.code(fresh, 1));

        assertThat(account(login).details().mobile()).isEqualTo(fresh);
    }

    @Test
    void somebodySeesTheOwnSessionsAndEndsOne() {
        var login = World.administrator();
        var elsewhere = new Visitor(World.PORT).signIn(login, World.PASSWORD);
        visitor.signIn(login, World.PASSWORD).open("/account/sessions");
        assertThat(visitor.page()).contains("Chrome Linux", "127.0.0.*", "当前会话");

        visitor.post("/account/sessions/end", "mark", visitor.group(MARK));

        assertThat(elsewhere.open("/account").address()).contains("/signin");
        assertThat(visitor.open("/account").address()).endsWith("/account");
    }

    @Test
    void anAuthenticatorIsAskedForAndNoCodeWorksTwice() {
        var login = World.administrator();
        visitor.signIn(login, World.PASSWORD).open("/account/second-factor");
        var secret = base32(visitor.group(SECRET));
        visitor.post("/account/second-factor/on", "code", Totp.code(secret, World.CLOCK.instant()));
        var recovery = visitor.group(RECOVERY);

        var again = new Visitor(World.PORT).signIn(login, World.PASSWORD);
        assertThat(again.address()).endsWith("/signin/second");
        assertThat(new Visitor(World.PORT).open("/account").address()).contains("/signin");
        again.post("/signin/second", "code", Totp.code(secret, World.CLOCK.instant()));
        assertThat(again.page()).as("the code that was used to turn it on").contains("ERR_SMS_CODE");
        World.CLOCK.move(Duration.ofSeconds(61));
        again.post("/signin/second", "code", Totp.code(secret, World.CLOCK.instant()));
        assertThat(again.address()).doesNotContain("signin");

        var lost = new Visitor(World.PORT).signIn(login, World.PASSWORD).post("/signin/second", "code", recovery);
        assertThat(lost.address()).doesNotContain("signin");
        var twice = new Visitor(World.PORT).signIn(login, World.PASSWORD).post("/signin/second", "code", recovery);
        assertThat(twice.address()).endsWith("/signin/second");
    }

    @Test
    void anOperatorGetsAnInitialPasswordThatHasToBeChangedFirst() {
        var administrator = World.administrator();
        var login = World.login();
        var password = operator(administrator, login);

        var operator = new Visitor(World.PORT).signIn(login, password);
        assertThat(operator.page()).contains("ERR_PASSWORD_CHANGE_REQUIRED");
        assertThat(operator.open("/guide").address()).endsWith("/account/password");
        operator.post(
                "/account/password",
                "present",
                password,
                "new_password",
                "Chosen-pass1",
                "new_password_confirm",
                "Chosen-pass1");
        assertThat(operator.open("/guide").address()).endsWith("/guide");
        assertThat(account(login)).matches(it -> it.isOperator() && !it.initialPassword());
        assertThat(World.PORT.count("audit_entry", "object = ? and action = 'create_operator'", login))
                .isEqualTo(1);
        assertThat(World.PORT.count("audit_entry", "content like '%' || ? || '%'", password))
                .isZero();
    }

    @Test
    void anOperatorWorksOnlyInTheMenusThatWereGiven() {
        var login = World.login();
        var operator = signedInOperator(login);
        assertThat(operator.open("/forms/foreign_trade_operator").status()).isEqualTo(200);

        visitor.open("/account/operators").post("/account/operators/" + login + "/menus", "may_handin", "true");

        assertThat(operator.open("/forms/foreign_trade_operator").status()).isEqualTo(403);
        assertThat(operator.open("/account/operators").status()).isEqualTo(403);
    }

    @Test
    void aDisabledOperatorIsOutAndComesBackWhenEnabled() {
        var login = World.login();
        var operator = signedInOperator(login);
        visitor.open("/account/operators").post("/account/operators/" + login + "/disable");
        assertThat(operator.open("/account").address()).contains("/signin");

        visitor.open("/account/operators").post("/account/operators/" + login + "/enable");
        assertThat(operator.signIn(login, "Chosen-pass1").address()).doesNotContain("signin");
    }

    @Test
    void nobodyReachesAnOperatorOfAnotherEnterprise() {
        var login = World.login();
        operator(World.administrator(), login);
        var stranger = new Visitor(World.PORT).signIn(World.administrator(), World.PASSWORD);

        stranger.open("/account/operators");

        assertThat(stranger.page()).doesNotContain(login);
        assertThat(stranger.post("/account/operators/" + login + "/disable").status())
                .isEqualTo(404);
        assertThat(stranger.open("/account/operators")
                        .post("/account/operators/nobody_here/disable")
                        .status())
                .isEqualTo(404);
        assertThat(account(login).disabled()).isFalse();
    }

    @Test
    void whatIsTakenIsToldAtTheOperator() {
        var administrator = World.administrator();
        visitor.signIn(administrator, World.PASSWORD).open("/account/operators/new");
        visitor.post(
                "/account/operators/new",
                World.operatorAnswers(
                        administrator, account(administrator).details().mobile()));

        assertThat(visitor.page()).contains("该登录账号已被注册", "该手机号已绑定其他账号");
    }

    @Test
    void h028ACustomsCodeThatSomebodyHoldsIsRefusedInTheUserCentre() {
        var code = World.customsCode();
        World.enterprise(Optional.of(code));
        visitor.signIn(World.administrator(), World.PASSWORD).open("/account/enterprise");

        claim(code);

        assertThat(visitor.page()).contains("该海关编码已被其他企业使用");
    }

    @Test
    void h026AndH027HoldInTheUserCentreToo() {
        visitor.signIn(World.administrator(), World.PASSWORD).open("/account/enterprise");
        claim("440416ABC");
        assertThat(visitor.page()).contains("id=\"f-customs_code-fault\"", "海关");
        claim("330766K11Q");
        assertThat(visitor.page()).contains("该海关编码不属于珠海地区");
        visitor.post("/account/enterprise", "customs_code", "330766K11Q", "confirmed", "true");
        assertThat(visitor.page()).contains("330766K11Q", "未核验");
    }

    @Test
    void h029AClaimIsUnverifiedUntilTheReviewerConfirmsIt() {
        var login = World.administrator();
        var enterprise = account(login).enterprise().orElseThrow();
        var code = World.customsCode();
        visitor.signIn(login, World.PASSWORD).open("/account/enterprise");
        claim(code);
        assertThat(visitor.page()).contains(code, "未核验");
        assertThat(visitor.open("/guide").page()).contains("已跳过");
        assertThat(visitor.open("/claims").status()).isEqualTo(403);

        var reviewer = reviewer();
        assertThat(reviewer.open("/claims").page()).contains(code);
        reviewer.open("/claims/" + enterprise).post("/claims/" + enterprise + "/pass", "customs_code", code);

        assertThat(visitor.open("/account/enterprise").page())
                .contains(code, "已核验")
                .doesNotContain("未核验");
        assertThat(World.PORT.count("audit_entry", "kind = 'customs_code' and object = ? and action = 'verify'", code))
                .isEqualTo(1);
    }

    @Test
    void aClaimThatDoesNotHoldIsTakenAwayWithAReason() {
        var login = World.administrator();
        var enterprise = account(login).enterprise().orElseThrow();
        var code = World.customsCode();
        visitor.signIn(login, World.PASSWORD).open("/account/enterprise");
        claim(code);

        var reviewer = reviewer();
        reviewer.open("/claims/" + enterprise)
                .post("/claims/" + enterprise + "/refuse", "customs_code", code, "reason", "无");
        assertThat(reviewer.page()).contains("请填写5至500字的原因");
        reviewer.post("/claims/" + enterprise + "/refuse", "customs_code", "4404160ZZZ", "reason", "与登记证明不一致");
        assertThat(reviewer.page()).contains("该编码已被修改或已核验");
        reviewer.open("/claims/" + enterprise)
                .post("/claims/" + enterprise + "/refuse", "customs_code", code, "reason", "与登记证明不一致");

        assertThat(visitor.open("/account/enterprise").page()).contains("核验不通过", "与登记证明不一致");
        assertThat(World.PORT.count("enterprise", "customs_code = ?", code)).isZero();
        assertThat(World.PORT.count(
                        "notification n join inbox_entry i on i.notification_id = n.id",
                        "n.kind = 'N-13' and i.login = ?",
                        login))
                .isEqualTo(1);
    }

    @Test
    void anEnterpriseSaysLaterThatItIsAnAgentAndProvesIt() {
        var login = World.administrator();
        long enterprise = account(login).enterprise().orElseThrow();
        visitor.signIn(login, World.PASSWORD).open("/account/enterprise");
        assertThat(visitor.page()).contains("href=\"/account/enterprise/agent\"");
        visitor.open("/account/enterprise/agent").post("/account/enterprise/agent", "is_agent", "Y");
        assertThat(visitor.page()).contains("选择代理企业须有报关企业注册登记或上传证明材料");
        assertThat(profile(enterprise).agent()).isFalse();

        visitor.upload("/account/enterprise/agent", Map.of("is_agent", "Y"), "agent_proof", "证明.exe", PNG);
        assertThat(profile(enterprise).agent()).isFalse();
        visitor.upload("/account/enterprise/agent", Map.of("is_agent", "Y"), "agent_proof", "证明.png", PNG);

        assertThat(visitor.address()).endsWith("/account/enterprise");
        assertThat(profile(enterprise).agent()).isTrue();
        assertThat(World.PORT.bean(AgentStatus.class).isProven(enterprise)).isTrue();
        assertThat(visitor.open("/account/enterprise/agent/proof").status()).isEqualTo(200);
        assertThat(World.PORT.count(
                        "audit_entry", "kind = 'enterprise' and action = 'agent_status' and login = ?", login))
                .isEqualTo(1);
        var stranger = new Visitor(World.PORT).signIn(World.administrator(), World.PASSWORD);
        assertThat(stranger.open("/account/enterprise/agent/proof").status()).isEqualTo(404);

        visitor.open("/account/enterprise/agent").post("/account/enterprise/agent", "is_agent", "N");
        assertThat(profile(enterprise).agent()).isFalse();
        assertThat(World.PORT.bean(AgentStatus.class).isProven(enterprise)).isFalse();
    }

    @Test
    void aRegisteredBrokerNeedsNoFurtherEvidence() {
        var login = World.administrator();
        long enterprise = account(login).enterprise().orElseThrow();
        World.PORT.bean(EnterpriseProfiles.class).remember(enterprise, Map.of("unit_type", "BROKER"));

        visitor.signIn(login, World.PASSWORD).open("/account/enterprise/agent");
        visitor.post("/account/enterprise/agent", "is_agent", "Y");

        assertThat(profile(enterprise).agent()).isTrue();
    }

    @Test
    void anOperatorDoesNotChangeTheAgentStatus() {
        var operator = signedInOperator(World.login());

        assertThat(operator.open("/account/enterprise").page()).doesNotContain("/account/enterprise/agent");
        assertThat(operator.open("/account/enterprise/agent").status()).isEqualTo(403);
    }

    private static byte[] png() {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static EnterpriseProfile profile(long enterprise) {
        return World.PORT.bean(EnterpriseProfiles.class).of(enterprise);
    }

    private static Account account(String login) {
        return World.PORT.bean(Accounts.class).find(login).orElseThrow();
    }

    private void change(String present, String chosen) {
        visitor.post("/account/password", "present", present, "new_password", chosen, "new_password_confirm", chosen);
    }

    private void claim(String code) {
        visitor.post("/account/enterprise", "customs_code", code);
    }

    private String operator(String administrator, String login) {
        visitor.signIn(administrator, World.PASSWORD).open("/account/operators/new");
        visitor.post("/account/operators/new", World.operatorAnswers(login, World.mobile()));
        return visitor.group(INITIAL);
    }

    private Visitor signedInOperator(String login) {
        var password = operator(World.administrator(), login);
        var operator = new Visitor(World.PORT).signIn(login, password);
        return operator.post(
                "/account/password",
                "present",
                password,
                "new_password",
                "Chosen-pass1",
                "new_password_confirm",
                "Chosen-pass1");
    }

    private static Visitor reviewer() {
        return World.staff(Role.CUS_REG_REVIEWER);
    }

    private static byte[] base32(String text) {
        var bits = BigInteger.ONE;
        for (char c : text.toCharArray()) {
            bits = bits.shiftLeft(5).or(BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c)));
        }
        var all = bits.toByteArray();
        return Arrays.copyOfRange(all, 1, all.length);
    }
}
