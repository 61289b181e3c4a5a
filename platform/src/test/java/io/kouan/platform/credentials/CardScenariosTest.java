package io.kouan.platform.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.certificate.Sm2;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.sample.SampleEnterprise;
import io.kouan.platform.TestMessages;
import io.kouan.platform.TestPort;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormAttachments;
import io.kouan.platform.forms.FormEditing;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormSteps;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.port.PortTime;
import io.kouan.platform.port.WorkingCalendar;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Test;

/** The scenarios of cards (handbook S3), on records and cards in a real database. */
class CardScenariosTest {

    private static final TestPort PORT = TestPort.shared();
    private static final WorkingCalendar CALENDAR = WorkingCalendar.published();

    private final CardWorld world = new CardWorld(PORT);
    private final CardDesk desk = PORT.bean(CardDesk.class);
    private final CardSteps steps = PORT.bean(CardSteps.class);
    private final Cards cards = PORT.bean(Cards.class);
    private final FormEditing editing = PORT.bean(FormEditing.class);
    private final FormSteps formSteps = PORT.bean(FormSteps.class);

    @Test
    void h041cardsComeAfterTheRegistrationAndTheAddressIsShownAllTheSame() {
        long fresh = PORT.bean(EnterpriseProfiles.class)
                .open("91440400MANEWCODE" + world.enterprise % 10, "新企业", Optional.empty(), false, Map.of());
        var admin = new Actor(
                "fresh" + fresh, "管理员", OptionalLong.of(fresh), world.admin().roles(), "none");

        assertThat(refused(editing.begin("card_application", admin))).containsExactly("ERR_NO_CUSTOMS_CODE");
        try (var browser = new CardBrowser(PORT)) {
            // the demo merchant has its code; what is shown beside the refusal is the same for all
            browser.password("merchant");
            assertThat(browser.get("/cards").body()).contains("0756-8125566", "珠海行政服务中心二楼拱北电子口岸窗口", "请携带");
            assertThat(browser.get("/forms/card_application").body()).contains("0756-8125566");
        }
    }

    @Test
    void h042theUkeyIsRecommendedAndPreset() {
        try (var browser = new CardBrowser(PORT)) {
            browser.password("cards");
            var page = browser.get("/cards/new").body();

            assertThat(page).contains("推荐办理UKEY", "IC卡");
            assertThat(page).containsPattern("name=\"card_medium\" value=\"UKEY\" checked");
        }
        var form = PORT.bean(io.kouan.platform.forms.definition.FormCatalogue.class)
                .form("card_application");
        var medium = form.field("card_medium").orElseThrow();
        assertThat(medium.initial()).isEqualTo("UKEY");
        assertThat(medium.hint().orElseThrow().zh()).isEqualTo("推荐办理UKEY");
    }

    @Test
    void h043sod15theLegalPersonAndAnOperatorAreTwoPeople() {
        var record = filled(List.of(row("LEGAL", CardWorld.LEGAL), row("OPERATOR", CardWorld.LEGAL)), Map.of());
        assertThat(refused(submit(record))).contains("ERR_PERSON_SAME");

        world.issued(CardKind.LEGAL, CardWorld.LEGAL);
        assertThat(CardWorld.refused(world.issue(
                        CardKind.OPERATOR, CardWorld.LEGAL, new CardOrder.KeySource.Software(true, CardWorld.PIN))))
                .containsExactly("ERR_PERSON_SAME");
    }

    @Test
    void h044thereIsOneLegalPersonsCardUntilItIsCancelled() {
        var first = world.issued(CardKind.LEGAL, CardWorld.LEGAL).card();
        var another = new CardOrder.KeySource.Software(true, CardWorld.PIN);
        var record = filled(List.of(row("LEGAL", CardWorld.LEGAL)), Map.of());

        assertThat(refused(submit(record))).containsExactly("ERR_LEGAL_CARD_EXISTS");
        assertThat(CardWorld.refused(world.issue(CardKind.LEGAL, CardWorld.LEGAL, another)))
                .containsExactly("ERR_LEGAL_CARD_EXISTS");
        CardWorld.done(steps.lose(first.id(), world.admin()));
        assertThat(CardWorld.refused(world.issue(CardKind.LEGAL, CardWorld.LEGAL, another)))
                .containsExactly("ERR_LEGAL_CARD_EXISTS");

        CardWorld.done(steps.cancel(first.id(), "遗失", CardWorld.CLERK));

        assertThat(done(submit(record)).state()).isEqualTo("SUBMITTED");
        CardWorld.done(world.issue(CardKind.LEGAL, CardWorld.LEGAL, another));
    }

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
    void h046aMachineGetsACertificateOnceItsDataAreThere() {
        var rows = List.of(row("OPERATOR", CardWorld.OPERATOR));
        var record = filled(rows, Map.of("needs_ca_certificate", "Y"));
        assertThat(refused(submit(record))).contains("ERR_CA_REASON");

        var complete =
                filled(rows, Map.of("needs_ca_certificate", "Y", "hsm_model", "SJJ1310", "hsm_serial", "2026001"));
        var submitted = done(submit(complete));
        var accepted =
                done(formSteps.take(submitted.id(), submitted.version(), "accept", Decision.plain(), CardWorld.CLERK));
        var applications = PORT.bean(CardApplications.class);
        assertThat(refused(applications.make(accepted, CardWorld.CLERK))).contains("ERR_REQUIRED");

        for (var row : applications.rows(accepted)) {
            var order = new CardOrder(
                    world.enterprise,
                    row.kind(),
                    row.medium(),
                    "",
                    row.holder(),
                    new CardOrder.KeySource.Software(true, CardWorld.PIN),
                    Optional.empty(),
                    Optional.of(new CardOrder.Origin(accepted.id(), row.row())));
            CardWorld.done(desk.issue(order, CardWorld.CLERK));
        }
        var made = done(applications.make(accepted, CardWorld.CLERK));
        var serial = made.answers().text("ca_cert_serial");
        assertThat(serial).matches("[0-9A-F]{16}");
        assertThat(made.answers().rows("cards").getFirst().get("cert_serial")).matches("[0-9A-F]{16}");
        assertThat(cards.hasMachineCertificate(world.enterprise, serial)).isFalse();

        assertThat(refused(formSteps.take(made.id(), made.version(), "hand_over", Decision.plain(), CardWorld.CLERK)))
                .containsExactly("ERR_REQUIRED");
        assertThat(done(applications.handOver(made, CardWorld.RECEIVER, CardWorld.CLERK))
                        .state())
                .isEqualTo("ISSUED");
        assertThat(cards.hasMachineCertificate(world.enterprise, serial)).isTrue();
        assertThat(cards.hasMachineCertificate(world.enterprise + 1, serial)).isFalse();
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
    void theVisitIsOnAWorkingDayFromTodayOn() {
        var record = filled(List.of(row("OPERATOR", CardWorld.OPERATOR)), Map.of("visit_date", "2025-01-02"));
        assertThat(refused(submit(record))).containsExactly("ERR_DATE");

        var sunday = Stream.iterate(today(), day -> day.plusDays(1))
                .filter(day -> !CALENDAR.isWorkingDay(day))
                .findFirst()
                .orElseThrow();
        var second = filled(List.of(row("OPERATOR", CardWorld.OPERATOR)), Map.of("visit_date", sunday.toString()));
        assertThat(refused(submit(second))).containsExactly("ERR_DATE");
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

    private FormRecord filled(List<Map<String, String>> rows, Map<String, String> values) {
        var record = done(editing.begin("card_application", world.admin()));
        var fields = new java.util.HashMap<>(
                Map.of("contact_name", "陈桥", "contact_mobile", "13800138001", "needs_ca_certificate", "N"));
        fields.put("visit_date", workingDay().toString());
        fields.putAll(values);
        var saved = done(editing.save(
                record.id(),
                record.version(),
                new Answers(fields, Map.of("cards", rows)),
                Optional.empty(),
                world.admin()));
        for (var slot : Set.of("licence_scan", "holder_ids")) {
            try {
                PORT.bean(FormAttachments.class)
                        .put(saved, slot, slot + ".png", new ByteArrayInputStream(picture()), world.admin());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return saved;
    }

    private Outcome submit(FormRecord record) {
        return formSteps.take(record.id(), record.version(), "submit", Decision.plain(), world.admin());
    }

    private static Map<String, String> row(String kind, Card.Holder holder) {
        return Map.of(
                "card_kind", kind,
                "card_medium", "UKEY",
                "holder_name", holder.name(),
                "holder_id_type", holder.idType(),
                "holder_id_no", holder.idNumber(),
                "holder_mobile", holder.mobile());
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(PORT.bean(Clock.class).instant(), PortTime.ZONE);
    }

    private static LocalDate workingDay() {
        return Stream.iterate(today(), day -> day.plusDays(1))
                .filter(CALENDAR::isWorkingDay)
                .findFirst()
                .orElseThrow();
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private static FormRecord done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).record();
    }

    private static List<String> refused(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).faults().stream().map(Fault::message).toList();
    }
}
