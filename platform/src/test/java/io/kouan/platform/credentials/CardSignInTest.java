package io.kouan.platform.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.certificate.CardContents;
import io.kouan.ceb.certificate.SandboxAuthority;
import io.kouan.ceb.signature.CardAnswer;
import io.kouan.ceb.signature.CardChallenge;
import io.kouan.ceb.signature.SoftwareKey;
import io.kouan.ceb.signature.Suite;
import io.kouan.platform.TestPort;
import io.kouan.platform.accounts.AddressLimits;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.TooManyRequests;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in with a card, over HTTP as a browser would, and everything that must not get in. */
class CardSignInTest {

    private static final TestPort PORT = TestPort.shared();
    /** A page for those only who have signed in. */
    private static final String SIGNED_IN = "/forms/customs_registration";

    private static final String CHAIN = "证书校验失败";
    private static final String REVOKED = "该卡已挂失、注销或过期，不能登录";
    private final Instant now = Instant.now();

    private final CardWorld world = new CardWorld(PORT);
    private final CardSteps steps = PORT.bean(CardSteps.class);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void h012theLegalPersonsCardOpensASessionAndVerifiesTheCustomsCode(boolean sm2) {
        var card = world.issued(CardKind.LEGAL, CardWorld.LEGAL, sm2);
        var profiles = PORT.bean(EnterpriseProfiles.class);
        assertThat(profiles.of(world.enterprise).codeVerified()).isFalse();

        try (var browser = new CardBrowser(PORT)) {
            assertThat(browser.signIn(card.key())).isEqualTo("/start");

            assertThat(profiles.of(world.enterprise).codeVerified()).isTrue();
            assertThat(browser.get("/guide").body()).contains("珠海远航商贸（横琴）有限公司");
            assertThat(audited(card.card(), "done")).isOne();
        }
    }

    @Test
    void nobodyFillsTheTableOfChallenges() {
        var limits = PORT.bean(AddressLimits.class);
        try (var browser = new CardBrowser(PORT)) {
            browser.challenge();
            for (int i = 0; i < AddressLimits.Use.CARD_CHALLENGE.most(); i++) {
                try {
                    limits.count(AddressLimits.Use.CARD_CHALLENGE, "127.0.0.1");
                } catch (TooManyRequests e) {
                    break;
                }
            }

            var refused = browser.submit("/signin/card", "/signin/card/challenge", Map.of());

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After"))
                    .hasValueSatisfying(
                            seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 301));
            assertThat(refused.body()).contains("操作过于频繁");
            limits.count(AddressLimits.Use.CARD_CHALLENGE, "192.0.2.9");
        } finally {
            PORT.db().sql("delete from address_use").update();
        }
    }

    @Test
    void h013aLostCardDoesNotSignIn() {
        var card = world.issued(CardKind.LEGAL, CardWorld.LEGAL);
        CardWorld.done(steps.lose(card.card().id(), world.admin()));

        try (var browser = new CardBrowser(PORT)) {
            assertThat(browser.signIn(card.key())).isEqualTo(REVOKED);
            assertThat(browser.get(SIGNED_IN).statusCode()).isEqualTo(302);
        }
        assertThat(audited(card.card(), "ERR_CARD_REVOKED")).isOne();
    }

    @Test
    void h014aRecordedAnswerIsWorthNothingTheSecondTime() {
        var card = world.issued(CardKind.LEGAL, CardWorld.LEGAL);
        try (var browser = new CardBrowser(PORT);
                var thief = new CardBrowser(PORT)) {
            var recorded = CardAnswer.sign(browser.challenge(), card.key());
            assertThat(browser.send(recorded)).isEqualTo("/start");

            assertThat(browser.send(recorded)).isEqualTo(CHAIN);
            assertThat(thief.send(recorded)).isEqualTo(CHAIN);
            assertThat(thief.get(SIGNED_IN).statusCode()).isEqualTo(302);
        }
    }

    @Test
    void anAnswerCountsOnlyInTheSessionThatWasChallenged() {
        var card = world.issued(CardKind.LEGAL, CardWorld.LEGAL);
        try (var browser = new CardBrowser(PORT);
                var thief = new CardBrowser(PORT)) {
            var answer = CardAnswer.sign(browser.challenge(), card.key());

            assertThat(thief.send(answer)).isEqualTo(CHAIN);
            assertThat(browser.send(answer)).isEqualTo("/start");
        }
    }

    @Test
    void anAnswerToAChallengeThatIsOverOrWasNeverGivenDoesNotCount() {
        var card = world.issued(CardKind.LEGAL, CardWorld.LEGAL);
        try (var browser = new CardBrowser(PORT)) {
            var late = browser.challenge();
            PORT.db()
                    .sql(
                            "update card_challenge set expires_at = expires_at - interval '2 minutes' where nonce = :nonce")
                    .param("nonce", late.nonce())
                    .update();
            assertThat(browser.send(CardAnswer.sign(late, card.key()))).isEqualTo(CHAIN);

            var given = browser.challenge();
            var longer =
                    new CardChallenge(given.port(), given.nonce(), given.until().plusSeconds(600));
            assertThat(browser.send(CardAnswer.sign(longer, card.key()))).isEqualTo(CHAIN);
            var elsewhere = new CardChallenge("http://evil.example", given.nonce(), given.until());
            assertThat(browser.send(CardAnswer.sign(elsewhere, card.key()))).isEqualTo(CHAIN);
            assertThat(browser.send("no answer")).isEqualTo("未检测到IC卡或UKEY，请检查介质与驱动");
        }
    }

    @Test
    void anothersCertificateDoesNotCountWithOnesOwnKey() {
        var legal = world.issued(CardKind.LEGAL, CardWorld.LEGAL);
        var operator = world.issued(CardKind.OPERATOR, CardWorld.OPERATOR);
        var mixed = new SoftwareKey(operator.key().privateKey(), legal.key().certificate());

        try (var browser = new CardBrowser(PORT)) {
            assertThat(browser.signIn(mixed)).isEqualTo(CHAIN);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCertificateOfAForeignAuthorityWithTheSameNamesAndNumbersDoesNotCount(boolean sm2) {
        var real = world.issued(CardKind.LEGAL, CardWorld.LEGAL, sm2);
        var foreign = SandboxAuthority.create(sm2, now.minus(Duration.ofDays(1)), new SecureRandom());
        int base = Integer.parseInt(real.card().serial().substring(sm2 ? 8 : 0), 16) - (sm2 ? 0 : 0x01690000);

        try (var browser = new CardBrowser(PORT)) {
            assertThat(browser.signIn(card(foreign, base, now.plus(Duration.ofDays(10)))))
                    .isEqualTo(CHAIN);
            assertThat(browser.signIn(selfSigned(sm2))).isEqualTo(CHAIN);
        }
    }

    @Test
    void aCertificateOfOurOwnAuthorityThatIsNoCardOrHasRunOutDoesNotCount() {
        var own = PORT.bean(CardAuthorities.class).of(Suite.SM2_SM3);
        var machine = world.issued(CardKind.MACHINE, new Card.Holder("SJJ1310", "", "HSM-2026-001", ""));

        try (var browser = new CardBrowser(PORT)) {
            assertThat(browser.signIn(card(own, 91_001, now.plus(Duration.ofDays(10)))))
                    .isEqualTo(CHAIN);
            assertThat(browser.signIn(card(own, 91_002, now.minus(Duration.ofHours(1)))))
                    .isEqualTo(REVOKED);
            assertThat(browser.signIn(machine.key())).isEqualTo(CHAIN);
            assertThat(browser.signIn(PORT.member(io.kouan.ceb.sample.SampleEnterprise.Role.MERCHANT)
                            .key()))
                    .isEqualTo(CHAIN);
        }
    }

    @Test
    void aCardOfAnEnterpriseThatIsNotRegisteredHereDoesNotSignIn() {
        var own = PORT.bean(CardAuthorities.class).of(Suite.SM2_SM3);
        var keys = own.newKeys();
        var contents = contents("91440400MAZZZZZZ9X");
        var stranger = new SoftwareKey(
                keys.getPrivate(),
                own.issueCard(
                        contents,
                        keys.getPublic(),
                        CardContents.Use.CARD,
                        91_003,
                        now.minusSeconds(60),
                        now.plus(Duration.ofDays(10))));

        try (var browser = new CardBrowser(PORT)) {
            assertThat(browser.signIn(stranger)).isEqualTo("该卡所属企业未在本平台注册");
        }
    }

    @Test
    void whatIsRevokedBetweenChallengeAndAnswerDoesNotGetIn() {
        var card = world.issued(CardKind.OPERATOR, CardWorld.OPERATOR);
        try (var browser = new CardBrowser(PORT)) {
            var answer = CardAnswer.sign(browser.challenge(), card.key());
            CardWorld.done(steps.lose(card.card().id(), world.legalPerson()));

            assertThat(browser.send(answer)).isEqualTo(REVOKED);
        }
    }

    @Test
    void aCardThatIsLostEndsTheSessionsThatItOpened() {
        var card = world.issued(CardKind.OPERATOR, CardWorld.OPERATOR);
        try (var browser = new CardBrowser(PORT)) {
            assertThat(browser.signIn(card.key())).isEqualTo("/start");
            assertThat(browser.get(SIGNED_IN).statusCode()).isEqualTo(200);

            CardWorld.done(steps.lose(card.card().id(), world.admin()));

            assertThat(browser.get(SIGNED_IN).statusCode()).isEqualTo(302);
        }
    }

    @Test
    void anOperatorCardThatTheLegalPersonDisablesDoesNotSignInUntilItIsEnabledAgain() {
        var card = world.issued(CardKind.OPERATOR, CardWorld.OPERATOR);
        assertThat(CardWorld.refused(steps.enable(card.card().id(), false, world.admin())))
                .containsExactly("ERR_CARD_REQUIRED");

        CardWorld.done(steps.enable(card.card().id(), false, world.legalPerson()));
        try (var browser = new CardBrowser(PORT)) {
            assertThat(browser.signIn(card.key())).isEqualTo(REVOKED);
            CardWorld.done(steps.enable(card.card().id(), true, world.legalPerson()));
            assertThat(browser.signIn(card.key())).isEqualTo("/start");
        }
    }

    @Test
    void h051theChangeOfRegistrationOpensWithTheLegalPersonsCardAndWithNoOther() {
        var legal = world.issued(CardKind.LEGAL, CardWorld.LEGAL);
        var operator = world.issued(CardKind.OPERATOR, CardWorld.OPERATOR);
        var form = "/forms/customs_registration_change";

        try (var browser = new CardBrowser(PORT)) {
            browser.signIn(operator.key());
            assertThat(browser.get(form).body()).contains("请使用法人卡登录后办理");
        }
        try (var browser = new CardBrowser(PORT)) {
            browser.signIn(legal.key());
            assertThat(browser.get(form).body()).doesNotContain("请使用法人卡登录后办理");
            var begun = browser.submit(form, form, Map.of());
            var opened = browser.get(java.net
                    .URI
                    .create(begun.headers().firstValue("Location").orElseThrow())
                    .getPath());
            assertThat(opened.statusCode()).isEqualTo(200);
            assertThat(opened.body()).contains(world.customsCode, world.creditCode);
        }
    }

    @Test
    void whoeverSignsInWithAPasswordAfterwardsDoesNotInheritTheCard() {
        var legal = world.issued(CardKind.LEGAL, CardWorld.LEGAL);
        try (var browser = new CardBrowser(PORT)) {
            browser.signIn(legal.key());
            browser.password("merchant");

            var form = browser.get("/forms/customs_registration_change").body();
            assertThat(form).contains("珠海沙箱电子商务有限公司").contains("请使用法人卡登录后办理");
        }
    }

    @Test
    void onlyTheCardPageMayTalkToTheAgent() {
        try (var browser = new CardBrowser(PORT)) {
            assertThat(policy(browser, "/signin/card")).contains("connect-src 'self' http://127.0.0.1:61233;");
            assertThat(policy(browser, "/signin"))
                    .contains("connect-src 'self';")
                    .doesNotContain("127.0.0.1");
        }
    }

    private static String policy(CardBrowser browser, String path) {
        return browser.get(path).headers().firstValue("Content-Security-Policy").orElse("");
    }

    private static long audited(Card card, String result) {
        return PORT.count(
                "audit_entry",
                "kind = 'card' and object = ? and action = 'sign-in' and result = ?",
                card.number(),
                result);
    }

    private SoftwareKey card(SandboxAuthority authority, int number, Instant to) {
        var keys = authority.newKeys();
        var from = now.minus(Duration.ofHours(3));
        return new SoftwareKey(
                keys.getPrivate(),
                authority.issueCard(
                        contents(world.creditCode), keys.getPublic(), CardContents.Use.CARD, number, from, to));
    }

    private SoftwareKey selfSigned(boolean sm2) {
        var authority = SandboxAuthority.create(sm2, now.minus(Duration.ofDays(1)), new SecureRandom());
        var stored = authority.store("123456".toCharArray());
        return SoftwareKey.load(stored.stream(), "123456".toCharArray());
    }

    private static CardContents contents(String creditCode) {
        return new CardContents(
                "珠海远航商贸（横琴）有限公司",
                creditCode,
                "王港",
                "440402197203150016",
                "KS1",
                new CardContents.Addresses("http://localhost/x.crl", "http://localhost/ocsp"));
    }
}
