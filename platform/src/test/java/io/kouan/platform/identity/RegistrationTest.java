package io.kouan.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.accounts.Accounts;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Role;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationTest {

    private static final String STORED_SCRIPT = "<script>alert(1)</script>";

    private Visitor visitor = new Visitor(World.PORT);

    @BeforeEach
    void forgetWhatWasHashed() {
        World.PORT.db().sql("delete from address_use").update();
    }

    @Test
    void h002TheLinkInTheLoginBoxOpensTheFormForUsersWithoutCard() {
        assertThat(visitor.open("/signin").page()).contains("href=\"/register\"", "立即注册");

        assertThat(visitor.open("/register").page())
                .containsPattern("value=\"NO_CARD\" checked=\"checked\"|checked=\"checked\"[^>]*value=\"NO_CARD\"");
    }

    @Test
    void h003RegistrationCompletesWithoutApproval() {
        var login = World.login();
        var code = World.creditCode();
        register(code, login, World.mobile());

        assertThat(visitor.address()).endsWith("/register/done");
        assertThat(visitor.page()).contains("注册成功", login, "href=\"/guide\"");
        assertThat(World.PORT.bean(Accounts.class).find(login).orElseThrow())
                .matches(account -> account.roles().contains(Role.ENT_ADMIN) && !account.disabled());
        assertThat(World.PORT.bean(EnterpriseProfiles.class).isKnown(code)).isTrue();
        assertThat(World.PORT.count("audit_entry", "object = ? and action = 'register'", login))
                .isEqualTo(1);
        assertThat(World.PORT.count(
                        "notification join inbox_entry on notification_id = id", "kind = 'N-01' and login = ?", login))
                .isEqualTo(1);
        assertThat(visitor.signIn(login, World.PASSWORD).address()).doesNotContain("/signin");
    }

    @Test
    void h004ABadCheckCharacterOfTheUnifiedCodeIsToldAtTheField() {
        atEnterprise(World.enterpriseAnswers("91440400MA5CBEC280"));

        assertThat(faultAt("uscc")).contains("统一社会信用代码");
        assertThat(World.PORT.bean(EnterpriseProfiles.class).isKnown("91440400MA5CBEC280"))
                .isFalse();
    }

    @Test
    void h005ForbiddenLettersInTheUnifiedCodeAreTold() {
        atEnterprise(World.enterpriseAnswers("9144040OMA5CBEC28X"));

        assertThat(faultAt("uscc")).contains("统一社会信用代码");
    }

    @Test
    void h006ASecondRegistrationOfTheSameEnterpriseIsRefused() {
        var code = World.creditCode();
        World.PORT.bean(EnterpriseProfiles.class).open(code, "珠海某某商贸有限公司", Optional.empty(), false, Map.of());
        var login = World.login();

        atMobile(World.enterpriseAnswers(code), World.administratorAnswers(login, World.mobile()));
        sendCode();

        assertThat(visitor.page()).contains("该企业已注册");
        assertThat(World.PORT.bean(People.class).isTaken(login)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"440404200002300028", "440402199001011234"})
    void h007AnImpossibleResidentIdIsTold(String number) {
        var answers = World.administratorAnswers(World.login(), World.mobile());
        answers.put("id_no", number);
        atAdministrator(World.enterpriseAnswers(World.creditCode()), answers);

        assertThat(faultAt("id_no")).contains("身份证");
    }

    @ParameterizedTest
    @CsvSource({
        "abcdefgh,abcdefgh,password,密码须为8至20位",
        "Abc12,Abc12,password,密码须为8至20位",
        "Abc12345,Abc12346,password_confirm,两次输入的密码不一致"
    })
    void h008PasswordRulesAreTold(String password, String again, String field, String text) {
        var answers = World.administratorAnswers(World.login(), World.mobile());
        answers.put("password", password);
        answers.put("password_confirm", again);
        atAdministrator(World.enterpriseAnswers(World.creditCode()), answers);

        assertThat(faultAt(field)).contains(text);
    }

    @Test
    void nobodyMakesThePortHashPasswordsWithoutEnd() {
        var answers = World.administratorAnswers(World.login(), World.mobile());
        answers.remove("email");
        atAdministrator(World.enterpriseAnswers(World.creditCode()), answers);
        for (int i = 0; i < 20; i++) {
            visitor.post("/register/administrator", answers);
        }

        assertThat(visitor.status()).isEqualTo(429);
        assertThat(visitor.header("Retry-After"))
                .hasValueSatisfying(
                        seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 900));
        assertThat(visitor.page()).contains("操作过于频繁", "15分钟");
        World.CLOCK.move(Duration.ofMinutes(15).plusSeconds(1));
        answers.put("email", "office@example.com");
        visitor.open("/register/administrator").post("/register/administrator", answers);
        assertThat(visitor.address()).endsWith("/register/mobile");
    }

    @Test
    void h009ACaptchaIsGoodOnceAndAnSmsCodeForFiveMinutes() {
        var login = World.login();
        var mobile = World.mobile();
        atMobile(World.enterpriseAnswers(World.creditCode()), World.administratorAnswers(login, mobile));
        var id = visitor.captchaId();
        var sum = visitor.sum();
        visitor.post("/register/mobile", "captchaId", id, "captcha", sum, "send", "1");
        visitor.post("/register/mobile", "captchaId", id, "captcha", sum, "send", "1");
        assertThat(faultAt("captcha")).contains("验证码错误或已失效");
        assertThat(visitor.letters(mobile)).hasSizeLessThan(2);

        var code = visitor.code(mobile, 1);
        World.CLOCK.move(Duration.ofMinutes(6));
        visitor.post("/register/mobile", "sms_code", code);
        assertThat(faultAt("sms_code")).contains("短信验证码错误或已失效");
        assertThat(World.PORT.bean(People.class).isTaken(login)).isFalse();
    }

    @Test
    void anSmsCodeOpensNothingTwiceAndNothingElse() {
        var mobile = World.mobile();
        var codes = World.PORT.bean(SmsCodes.class);
        codes.send(SmsCodes.Purpose.REGISTER, mobile);
        var code = visitor.code(mobile, 1);

        assertThat(codes.use(SmsCodes.Purpose.FORGOTTEN, mobile, code)).isFalse();
        assertThat(codes.use(SmsCodes.Purpose.REGISTER, mobile, code)).isTrue();
        assertThat(codes.use(SmsCodes.Purpose.REGISTER, mobile, code)).isFalse();
        assertThat(World.PORT.count(
                        "sms_code", "number = ? and encode(digest, 'escape') like '%' || ? || '%'", mobile, code))
                .isZero();
    }

    @Test
    void fiveWrongTriesUseUpAnSmsCode() {
        var mobile = World.mobile();
        var codes = World.PORT.bean(SmsCodes.class);
        codes.send(SmsCodes.Purpose.REGISTER, mobile);
        var code = visitor.code(mobile, 1);
        for (int i = 0; i < 5; i++) {
            assertThat(codes.use(SmsCodes.Purpose.REGISTER, mobile, "no code")).isFalse();
        }

        assertThat(codes.use(SmsCodes.Purpose.REGISTER, mobile, code)).isFalse();
    }

    @Test
    void theNextSmsCodeCanBeHadAfterAMinuteAndTenADay() {
        var mobile = World.mobile();
        var codes = World.PORT.bean(SmsCodes.class);
        assertThat(codes.send(SmsCodes.Purpose.REGISTER, mobile)).isInstanceOf(SmsCodes.Sending.Sent.class);
        assertThat(codes.send(SmsCodes.Purpose.REGISTER, mobile)).isInstanceOf(SmsCodes.Sending.TooSoon.class);
        long today = 0;
        for (int i = 0; i < 12; i++) {
            World.CLOCK.move(Duration.ofSeconds(61));
            today += codes.send(SmsCodes.Purpose.REGISTER, mobile) instanceof SmsCodes.Sending.Sent ? 1 : 0;
        }
        // a test that runs over midnight counts two days
        assertThat(today).isBetween(9L, 12L);
    }

    @Test
    void h026ACustomsCodeMustHaveTenValidCharacters() {
        for (String code : new String[] {"440416ABC", "A404160ABC", "44041600012"}) {
            atEnterprise(withCustomsCode(code));
            assertThat(faultAt("customs_code")).as(code).contains("海关");
        }
    }

    @Test
    void h027ACustomsCodeOfAnotherAreaIsTakenAfterConfirmation() {
        atEnterprise(withCustomsCode("330766K00Q"));
        assertThat(visitor.page()).contains("该海关编码不属于珠海地区", "name=\"confirmed\"");

        var confirmed = withCustomsCode("330766K00Q");
        confirmed.put("confirmed", "true");
        visitor.post("/register/enterprise", confirmed);
        assertThat(visitor.address()).endsWith("/register/administrator");
    }

    @Test
    void h025AHolderOfACustomsCodeSkipsSectionOneAndH028NobodyElseCanUseIt() {
        var code = World.customsCode();
        var login = World.login();
        atMobile(withCustomsCode(code), World.administratorAnswers(login, World.mobile()));
        finish();
        visitor.signIn(login, World.PASSWORD);
        assertThat(visitor.open("/guide").page()).contains("已跳过", "已登记海关十位编码");

        visitor = new Visitor(World.PORT);
        var second = World.login();
        atMobile(withCustomsCode(code), World.administratorAnswers(second, World.mobile()));
        sendCode();
        assertThat(visitor.page()).contains("该海关编码已被其他企业使用");
        assertThat(World.PORT.bean(People.class).isTaken(second)).isFalse();
    }

    @Test
    void withoutCaptchaNobodyLearnsWhatIsTaken() {
        var code = World.creditCode();
        World.PORT.bean(EnterpriseProfiles.class).open(code, "珠海某某商贸有限公司", Optional.empty(), false, Map.of());

        atAdministrator(
                World.enterpriseAnswers(code), World.administratorAnswers(World.administrator(), World.mobile()));
        assertThat(visitor.address()).endsWith("/register/mobile");
        visitor.post("/register/mobile", "captchaId", visitor.captchaId(), "captcha", "0000", "send", "1");

        assertThat(visitor.page()).doesNotContain("已注册", "已被注册");
    }

    @Test
    void aPageCannotBeJumpedOver() {
        visitor.open("/register/check");
        assertThat(visitor.address()).endsWith("/register/account_kind");
        visitor.post("/register/check", "agree_terms", "true");
        assertThat(visitor.address()).endsWith("/register/account_kind");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        assertThat(new Visitor(World.PORT)
                        .post("/register/account_kind", "user_type", "NO_CARD")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aScriptInAnyFieldIsShownAsText() {
        var enterprise = World.enterpriseAnswers(World.creditCode());
        enterprise.put("has_customs_code", "Y");
        enterprise.put("customs_code", "");
        enterprise.replaceAll((field, value) -> STORED_SCRIPT);
        atEnterprise(enterprise);
        assertThat(visitor.page()).contains("&lt;script&gt;").doesNotContain(STORED_SCRIPT);

        var administrator = World.administratorAnswers(World.login(), World.mobile());
        administrator.replaceAll((field, value) -> STORED_SCRIPT);
        atAdministrator(World.enterpriseAnswers(World.creditCode()), administrator);
        assertThat(visitor.page()).contains("&lt;script&gt;").doesNotContain(STORED_SCRIPT);
    }

    @Test
    void thePasswordIsNowhereInTheSession() {
        var login = World.login();
        atMobile(World.enterpriseAnswers(World.creditCode()), World.administratorAnswers(login, World.mobile()));

        assertThat(World.PORT.count(
                        "spring_session_attributes",
                        "encode(attribute_bytes, 'escape') like '%' || ? || '%'",
                        World.PASSWORD))
                .isZero();
        assertThat(World.PORT.count(
                        "spring_session_attributes", "encode(attribute_bytes, 'escape') like '%' || ? || '%'", login))
                .isPositive();
    }

    private static Map<String, String> withCustomsCode(String code) {
        var answers = World.enterpriseAnswers(World.creditCode());
        answers.put("has_customs_code", "Y");
        answers.put("customs_code", code);
        return answers;
    }

    private void register(String creditCode, String login, String mobile) {
        atMobile(World.enterpriseAnswers(creditCode), World.administratorAnswers(login, mobile));
        finish(mobile);
    }

    private void finish() {
        finish(visitor.group(Pattern.compile("<b class=\"num\">(1[0-9]{10})</b>")));
    }

    private void finish(String mobile) {
        sendCode();
        visitor.post("/register/mobile", "sms_code", visitor.code(mobile, 1));
        assertThat(visitor.address()).endsWith("/register/check");
        visitor.post("/register/check", "agree_terms", "true");
    }

    private void sendCode() {
        visitor.post("/register/mobile", "captchaId", visitor.captchaId(), "captcha", visitor.sum(), "send", "1");
    }

    private void atEnterprise(Map<String, String> answers) {
        visitor.open("/register")
                .post("/register/account_kind", "user_type", "NO_CARD")
                .post("/register/enterprise", answers);
    }

    private void atAdministrator(Map<String, String> enterprise, Map<String, String> administrator) {
        atEnterprise(enterprise);
        assertThat(visitor.address()).endsWith("/register/administrator");
        visitor.post("/register/administrator", administrator);
    }

    private void atMobile(Map<String, String> enterprise, Map<String, String> administrator) {
        atAdministrator(enterprise, administrator);
        assertThat(visitor.address()).endsWith("/register/mobile");
    }

    /** What stands at a field. */
    private String faultAt(String field) {
        return visitor.group(Pattern.compile("id=\"f-" + field + "-fault\">\\s*<p>([^<]+)</p>"));
    }
}
