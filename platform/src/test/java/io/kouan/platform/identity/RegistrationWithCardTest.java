package io.kouan.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.certificate.CardContents;
import io.kouan.ceb.certificate.EnterpriseCertificate;
import io.kouan.ceb.signature.CardAnswer;
import io.kouan.ceb.signature.CardChallenge;
import io.kouan.ceb.signature.SoftwareKey;
import io.kouan.ceb.signature.Suite;
import io.kouan.platform.accounts.Accounts;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.credentials.CardAuthorities;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody who has a card already registers with it (有卡用户): the serial number is read from the card, which signs in afterwards. */
class RegistrationWithCardTest {

    private static final AtomicInteger NUMBER = new AtomicInteger(95_000);

    private final Visitor visitor = new Visitor(World.PORT);
    private final String code = World.creditCode();
    private final String login = World.login();

    @BeforeEach
    void forgetWhatWasHashed() {
        World.PORT.db().sql("delete from address_use").update();
    }

    @Test
    void theSerialIsReadFromTheCardAndTheAdministratorSignsInWithIt() {
        var key = card(code, CardContents.Use.CARD, Duration.ofDays(10));
        var serial = serial(key);
        assertThat(withCard().address()).endsWith("/register/card");
        assertThat(visitor.page()).contains("id=\"card-local\"", "读取卡证书", "未检测到IC卡或UKEY");
        show(key);
        assertThat(visitor.address()).endsWith("/register/enterprise");

        register();

        assertThat(visitor.address()).endsWith("/register/done");
        var account = World.PORT.bean(Accounts.class).find(login).orElseThrow();
        assertThat(World.PORT.count(
                        "card",
                        "serial = ? and login = ? and kind = 'OPERATOR' and enterprise_id = ?",
                        serial.toLowerCase(Locale.ROOT),
                        login,
                        account.enterprise().orElseThrow()))
                .isOne();
        var holder = new Visitor(World.PORT);
        holder.open("/signin/card").post("/signin/card/challenge");
        var answer = CardAnswer.sign(CardChallenge.parse(holder.page()).orElseThrow(), key);
        holder.open("/signin/card").post("/signin/card", "answer", answer.text());
        assertThat(holder.open("/account").page()).contains(login);
        assertThat(holder.open("/account/operators").status()).isEqualTo(200);
    }

    @Test
    void theSerialStandsAmongTheAnswersBeforeTheyAreSent() {
        var key = card(code, CardContents.Use.CARD, Duration.ofDays(10));
        withCard();
        show(key);
        toCheck();

        assertThat(visitor.page()).contains(serial(key));
    }

    @Test
    void nobodyGoesOnWithoutShowingTheCard() {
        withCard();
        for (String page : List.of("enterprise", "administrator", "mobile", "check")) {
            assertThat(visitor.open("/register/" + page).address()).endsWith("/register/card");
        }
        visitor.post("/register/enterprise", World.enterpriseAnswers(code));
        visitor.post("/register/check", "agree_terms", "true");
        assertThat(World.PORT.bean(EnterpriseProfiles.class).isKnown(code)).isFalse();
    }

    @Test
    void aTypedSerialIsNoCard() {
        visitor.open("/register")
                .post("/register/account_kind", "user_type", "CARD", "card_cert_serial", "0123456789ABCDEF");

        assertThat(visitor.address()).endsWith("/register/card");
    }

    @Test
    void whatIsNoCardOfThisEnterpriseIsRefused() {
        withCard();
        visitor.post("/register/card", "answer", "no answer");
        assertThat(visitor.page()).contains("未检测到IC卡或UKEY");
        show(card(code, CardContents.Use.CARD, Duration.ofDays(-1)));
        assertThat(visitor.page()).contains("该卡已挂失、注销或过期");
        show(card(code, CardContents.Use.MACHINE, Duration.ofDays(10)));
        assertThat(visitor.page()).contains("证书校验失败");
        var mixed = new SoftwareKey(
                card(code, CardContents.Use.CARD, Duration.ofDays(10)).privateKey(),
                card(code, CardContents.Use.CARD, Duration.ofDays(10)).certificate());
        show(mixed);
        assertThat(visitor.page()).contains("证书校验失败");

        show(card(World.creditCode(), CardContents.Use.CARD, Duration.ofDays(10)));
        visitor.post("/register/enterprise", World.enterpriseAnswers(code));
        assertThat(visitor.page()).contains("该卡不属于所填统一社会信用代码的企业");
    }

    @Test
    void aCardThatIsOnFileIsNotRegisteredAgain() {
        var key = card(code, CardContents.Use.CARD, Duration.ofDays(10));
        withCard();
        show(key);
        register();

        var other = new Visitor(World.PORT);
        other.open("/register").post("/register/account_kind", "user_type", "CARD");
        other.post("/signin/card/challenge");
        var answer = CardAnswer.sign(CardChallenge.parse(other.page()).orElseThrow(), key);
        other.open("/register/card").post("/register/card", "answer", answer.text());

        assertThat(other.address()).endsWith("/register/card");
        assertThat(other.page()).contains("该企业已注册");
    }

    private Visitor withCard() {
        return visitor.open("/register").post("/register/account_kind", "user_type", "CARD");
    }

    private void show(SoftwareKey key) {
        visitor.open("/register/card").post("/signin/card/challenge");
        var answer = CardAnswer.sign(CardChallenge.parse(visitor.page()).orElseThrow(), key);
        visitor.open("/register/card").post("/register/card", "answer", answer.text());
    }

    private void toCheck() {
        var mobile = World.mobile();
        visitor.post("/register/enterprise", World.enterpriseAnswers(code));
        visitor.post("/register/administrator", World.administratorAnswers(login, mobile));
        visitor.post("/register/mobile", "captchaId", visitor.captchaId(), "captcha", visitor.sum(), "send", "1");
        visitor.post("/register/mobile", "sms_code", visitor.code(mobile, 1));
        assertThat(visitor.address()).endsWith("/register/check");
    }

    private void register() {
        toCheck();
        visitor.post("/register/check", "agree_terms", "true");
    }

    private static String serial(SoftwareKey key) {
        return new EnterpriseCertificate(key.certificate()).serial().toUpperCase(Locale.ROOT);
    }

    private static SoftwareKey card(String creditCode, CardContents.Use use, Duration life) {
        var authority = World.PORT.bean(CardAuthorities.class).of(Suite.SM2_SM3);
        var keys = authority.newKeys();
        var contents = new CardContents(
                "珠海晨星跨境电子商务有限公司",
                creditCode,
                "李晨",
                "440402199001011236",
                "KS1",
                new CardContents.Addresses("http://localhost/x.crl", "http://localhost/ocsp"));
        var now = World.CLOCK.instant();
        return new SoftwareKey(
                keys.getPrivate(),
                authority.issueCard(
                        contents,
                        keys.getPublic(),
                        use,
                        NUMBER.incrementAndGet(),
                        now.minus(Duration.ofDays(3)),
                        now.plus(life)));
    }
}
