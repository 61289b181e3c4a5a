package io.kouan.platform.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.certificate.Sm2;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.sample.SampleEnterprise;
import io.kouan.platform.TestMessages;
import io.kouan.platform.TestPort;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import java.io.IOException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.OptionalLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Test;

/** The life of a card (handbook S3): issued, lost, found, renewed, cancelled, expired, on cards in a real database. */
class CardLifeTest {

    private static final TestPort PORT = TestPort.shared();

    private final CardWorld world = new CardWorld(PORT);
    private final CardDesk desk = PORT.bean(CardDesk.class);
    private final CardSteps steps = PORT.bean(CardSteps.class);
    private final Cards cards = PORT.bean(Cards.class);

    @Test
    void h045theWindowIssuesACardWithoutApplicationAndItSignsIn() {
        var issued = world.issued(CardKind.LEGAL, CardWorld.LEGAL);

        assertThat(issued.card().state()).isEqualTo(CardState.NORMAL);
        assertThat(told("N-17")).isOne();
        try (var browser = new CardBrowser(PORT)) {
            assertThat(browser.signIn(issued.key())).isEqualTo("/start");
        }
    }

    @Test
    void h047theMessagesOfALostCardAreRefusedAtOnce() {
        var merchant = PORT.member(SampleEnterprise.Role.MERCHANT);
        long enterprise = PORT.bean(EnterpriseProfiles.class)
                .withCreditCode(merchant.enterprise().creditCode())
                .orElseThrow();
        var order = new CardOrder(
                enterprise,
                CardKind.OPERATOR,
                "UKEY",
                "",
                new Card.Holder("陈桥", "PASSPORT", "E" + System.nanoTime() % 100000000, "13800138001"),
                new CardOrder.KeySource.Software(true, CardWorld.PIN),
                Optional.of(CardWorld.RECEIVER),
                Optional.empty());
        var outcome = (CardOutcome.Done) desk.issue(order, CardWorld.CLERK);
        var key = CardWorld.open(outcome.file().orElseThrow());

        assertThat(PORT.send(merchant, TestMessages.signed(TestMessages.order(merchant.enterprise()), key))
                        .statusCode())
                .isEqualTo(202);

        var legal = new Actor(
                "card:legal",
                "王港",
                OptionalLong.of(enterprise),
                world.legalPerson().roles(),
                "legal_person");
        CardWorld.done(steps.lose(outcome.card().id(), legal));
        var refused = PORT.send(merchant, TestMessages.signed(TestMessages.order(merchant.enterprise()), key));
        assertThat(refused.statusCode()).isBetween(400, 499);
        assertThat(refused.body()).contains("EX-1111");

        CardWorld.done(steps.found(outcome.card().id(), CardWorld.CLERK));
        assertThat(PORT.send(merchant, TestMessages.signed(TestMessages.order(merchant.enterprise()), key))
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void onlyTheWindowFindsCancelsAndRenews() {
        var card = world.issued(CardKind.OPERATOR, CardWorld.OPERATOR).card();
        CardWorld.done(steps.lose(card.id(), CardWorld.CLERK));

        assertThat(CardWorld.refused(steps.found(card.id(), world.legalPerson())))
                .containsExactly("ERR_FORBIDDEN");
        assertThat(CardWorld.refused(steps.cancel(card.id(), "原因", world.admin())))
                .containsExactly("ERR_FORBIDDEN");
        assertThat(CardWorld.refused(
                        desk.renew(card.id(), new CardOrder.KeySource.Software(true, CardWorld.PIN), world.admin())))
                .containsExactly("ERR_FORBIDDEN");
        assertThat(CardWorld.refused(steps.lose(card.id(), CardWorld.CLERK))).containsExactly("ERR_STATE");
        CardWorld.done(steps.cancel(card.id(), "原因", CardWorld.CLERK));
        assertThat(CardWorld.refused(steps.found(card.id(), CardWorld.CLERK))).containsExactly("ERR_STATE");
    }

    @Test
    void aForeignEnterpriseNeitherSeesNorStopsACard() {
        var card = world.issued(CardKind.OPERATOR, CardWorld.OPERATOR).card();
        var stranger = new CardWorld(PORT);

        assertThat(steps.find(card.id(), stranger.admin())).isEmpty();
        assertThat(CardWorld.refused(steps.lose(card.id(), stranger.admin()))).containsExactly("ERR_FORBIDDEN");
        assertThat(CardWorld.refused(steps.enable(card.id(), false, stranger.legalPerson())))
                .containsExactly("ERR_FORBIDDEN");
        try (var browser = new CardBrowser(PORT)) {
            browser.password("merchant");
            assertThat(browser.get("/cards/" + card.id()).statusCode()).isEqualTo(404);
            assertThat(browser.get("/cards/999999999").statusCode()).isEqualTo(404);
            assertThat(browser.get("/cards/new").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void aNewCertificateTakesTheOldOnesPlaceAndTheOldOneStaysInTheHistory() {
        var first = world.issued(CardKind.LEGAL, CardWorld.LEGAL);

        var renewed = (CardOutcome.Done)
                desk.renew(first.card().id(), new CardOrder.KeySource.Software(true, CardWorld.PIN), CardWorld.CLERK);

        assertThat(renewed.card().serial()).isNotEqualTo(first.card().serial());
        assertThat(cards.certificates(first.card().id()))
                .extracting(Cards.Held::ended)
                .containsExactly(false, true);
        try (var browser = new CardBrowser(PORT)) {
            assertThat(browser.signIn(first.key())).contains("已挂失、注销或过期");
            assertThat(browser.signIn(CardWorld.open(renewed.file().orElseThrow())))
                    .isEqualTo("/start");
        }
    }

    @Test
    void aRequestWithoutProofOfItsKeyGetsNoCertificate() throws OperatorCreationException, IOException {
        var keys = Sm2.generate(new SecureRandom());
        var other = Sm2.generate(new SecureRandom());
        var unproven = new CardOrder.KeySource.Request(request(new KeyPair(keys.getPublic(), other.getPrivate())));
        var machine = new Card.Holder("SJJ1310", "", "2026001", "");

        assertThat(CardWorld.refused(world.issue(CardKind.MACHINE, machine, unproven)))
                .containsExactly("REQUEST_UNPROVEN");
        assertThat(cards.of(world.enterprise)).isEmpty();

        var card =
                CardWorld.done(world.issue(CardKind.MACHINE, machine, new CardOrder.KeySource.Request(request(keys))));
        assertThat(PORT.bean(KnownCertificates.class)
                        .byKeyName(card.serial())
                        .orElseThrow()
                        .getPublicKey())
                .isEqualTo(keys.getPublic());
    }

    @Test
    void remindersGoOutOnceAndTheEndMakesACardExpire() {
        var card = world.issued(CardKind.OPERATOR, CardWorld.OPERATOR).card();
        var expiry = PORT.bean(CardExpiry.class);

        ends(card, "20 days");
        expiry.look();
        expiry.look();
        assertThat(told("N-81")).isOne();
        ends(card, "6 days");
        expiry.look();
        ends(card, "12 hours");
        expiry.look();
        expiry.look();
        assertThat(told("N-81")).isEqualTo(3);

        ends(card, "-1 minute");
        expiry.look();
        assertThat(cards.find(card.id()).orElseThrow().state()).isEqualTo(CardState.EXPIRED);
    }

    private static void ends(Card card, String in) {
        PORT.db()
                .sql("update card set valid_to = now() + cast(:in as interval) where id = :id")
                .param("in", in)
                .param("id", card.id())
                .update();
    }

    private long told(String kind) {
        return PORT.count(
                "inbox_entry e join notification n on n.id = e.notification_id",
                "n.kind = ? and e.login = ?",
                kind,
                world.admin().login());
    }

    private static Bytes request(KeyPair keys) throws OperatorCreationException, IOException {
        var signer = new JcaContentSignerBuilder("SM3WITHSM2")
                .setProvider(Sm2.provider())
                .build(keys.getPrivate());
        return Bytes.of(new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=machine"), keys.getPublic())
                .build(signer)
                .getEncoded());
    }
}
