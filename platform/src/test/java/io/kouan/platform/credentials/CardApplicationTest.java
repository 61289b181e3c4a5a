package io.kouan.platform.credentials;

import static io.kouan.platform.TestEnterprise.done;
import static io.kouan.platform.TestEnterprise.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.TestEnterprise;
import io.kouan.platform.TestPort;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormEditing;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormSteps;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.port.PortTime;
import io.kouan.platform.port.WorkingCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The application for cards (法人卡和操作员卡申请, handbook S3): for whom, with what, and what the window makes of it. */
class CardApplicationTest {

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
        var form = PORT.bean(FormCatalogue.class).form("card_application");
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

    private FormRecord filled(List<Map<String, String>> rows, Map<String, String> values) {
        var record = done(editing.begin("card_application", world.admin()));
        var fields = new HashMap<>(
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
            TestEnterprise.attach(PORT, saved, slot, world.admin());
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
}
