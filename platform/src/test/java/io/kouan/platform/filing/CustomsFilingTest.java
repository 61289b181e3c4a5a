package io.kouan.platform.filing;

import static io.kouan.platform.filing.FilingDesk.customs;
import static io.kouan.platform.filing.FilingDesk.customsAnswers;
import static io.kouan.platform.filing.FilingDesk.done;
import static io.kouan.platform.filing.FilingDesk.refused;
import static io.kouan.platform.filing.FilingDesk.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.OfficeScope;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.documents.Format;
import io.kouan.platform.documents.Printed;
import io.kouan.platform.documents.Prints;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.Desk;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.Option;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Scenarios of the customs entry, on records in a real database. */
class CustomsFilingTest {

    private final FilingDesk desk = new FilingDesk();

    @Test
    void h117onlyTheFourCustomsOfficesOfThePortAreOfferedAndTaken() {
        assertThat(desk.port.bean(FormCatalogue.class).options("customs_office").on(LocalDate.of(2026, 11, 23)))
                .extracting(Option::code)
                .containsExactly("5791", "5795", "5770", "5788");

        var forged = desk.fill(desk.begin(Entry.CUSTOMS), customsAnswers("5700"));
        assertThat(refused(desk.declare(forged))).containsExactly("ERR_OFFICE");
    }

    @Test
    void h118theOfficeIsFoundByItsCodeAndByItsName() {
        var record = desk.begin(Entry.CUSTOMS);

        var named = desk.fill(record, new Answers(Map.of("customs_office", "横琴"), Map.of()));
        assertThat(named.answers().text("customs_office")).isEqualTo("5795");
    }

    @Test
    void h119aFilingAtHengqinGoesToItsReviewerAndToNobodyElse() {
        var filed = desk.atCustoms("5795");

        assertThat(filed.state()).isEqualTo("REVIEWING");
        assertThat(filed.number())
                .hasValueSatisfying(number -> assertThat(number)
                        .matches("5795\\d{10}")
                        .isEqualTo(filed.answers().text("filing_no")));
        assertThat(filed.answers().text("declarant")).isEqualTo("张海");
        assertThat(filed.answers().text("declare_time")).isNotEmpty();
        assertThat(desk.told()).containsExactly("N-40");
        assertThat(queue(customs("5795"))).contains(filed.id());
        for (var other : List.of("5791", "5770", "5788")) {
            assertThat(queue(customs(other))).doesNotContain(filed.id());
        }
    }

    @Test
    void h120aFilingAt5791AsksForTheLetter() {
        var record = desk.fill(desk.begin(Entry.CUSTOMS), customsAnswers("5791"));

        var outcome = desk.declare(record);

        assertThat(told(outcome)).containsExactly("INFO_WRITTEN_APPLICATION");
        assertThat(done(outcome).state()).isEqualTo("WAIT_PAPER");
        assertThat(desk.told()).containsExactly("N-41");
    }

    @Test
    void h121theLetterIsADocumentForTheOfficeThatWantsItAndForNoOther() {
        var zone = desk.fill(desk.begin(Entry.CUSTOMS), customsAnswers("5791"));
        var prints = desk.port.bean(Prints.class);

        for (Format format : List.of(Format.PDF, Format.DOCX)) {
            assertThat(prints.print("DOC-08", zone.id(), format, "http://localhost/verify", desk.user))
                    .isInstanceOf(Printed.Done.class);
        }
        var elsewhere = desk.fill(zone, new Answers(Map.of("customs_office", "5770"), Map.of()));
        assertThat(prints.offers(elsewhere, desk.user))
                .extracting(Prints.Offer::document)
                .doesNotContain("DOC-08");
        assertThat(prints.print("DOC-08", elsewhere.id(), Format.PDF, "http://localhost/verify", desk.user))
                .isInstanceOf(Printed.Refused.class);
    }

    @Test
    void h122thereIsNoApprovalWithoutTheOriginalAlsoWithAScan() {
        var record = desk.begin(Entry.CUSTOMS);
        desk.attach(record, "written_application_scan");
        var filed = done(desk.declare(desk.fill(record, customsAnswers("5791"))));

        var everything = Decision.plain().ticking(desk.ticks(filed, "approve", customs("5791")));
        assertThat(refused(desk.take(filed, "approve", everything, customs("5791"))))
                .containsExactly("ERR_WRITTEN_APPLICATION_MISSING");
        assertThat(state(filed)).isEqualTo("WAIT_PAPER");
    }

    @Test
    void h123theOriginalIsRecordedWithItsThreePoints() {
        var filed = desk.atCustoms("5791");
        var incomplete = Decision.plain().ticking(Set.of("seal_ok", "is_original"));

        assertThat(FilingDesk.faults(desk.take(filed, "receive_paper", incomplete, customs("5791"))))
                .containsExactly(Fault.at(
                        "",
                        "ERR_WRITTEN_APPLICATION_CONTENT",
                        Map.of("items", "三项内容齐全", "items.en", "All three content points present")));

        var received = done(desk.take(filed, "receive_paper", seen(), customs("5791")));
        assertThat(received.state()).isEqualTo("REVIEWING");
        assertThat(desk.told()).containsExactly("N-41", "N-42");
        assertThat(desk.port.count("form_tick", "record_id = ? and version = ?", received.id(), received.version()))
                .isEqualTo(3);
    }

    @Test
    void h124theConnectedDocumentsAreAskedFor5791Only() {
        var without = customsAnswers("5791").with("connected_documents", "");
        var zone = desk.fill(desk.begin(Entry.CUSTOMS), without);
        assertThat(FilingDesk.faults(desk.declare(zone)))
                .containsExactly(Fault.at("connected_documents", "ERR_REQUIRED"));

        var doumen = desk.fill(desk.begin(Entry.CUSTOMS), without.with("customs_office", "5770"));
        assertThat(done(desk.declare(doumen)).state()).isEqualTo("REVIEWING");
    }

    @Test
    void h125theLetterIsNotAskedForAgain() {
        var received = done(desk.take(desk.atCustoms("5791"), "receive_paper", seen(), customs("5791")));
        var back = done(desk.take(received, "return", Decision.because("业务地点与营业执照不一致", "MISMATCH"), customs("5791")));

        var again = desk.declare(desk.fill(back, new Answers(Map.of("business_place", "珠海保税区"), Map.of())));

        assertThat(done(again).state()).isEqualTo("REVIEWING");
        assertThat(told(again)).isEmpty();
        assertThat(done(again).number()).isEqualTo(received.number());
        assertThat(desk.port.bean(Desk.class).changes(done(again))).contains("business_place");
    }

    @Test
    void h126aReviewerOfAnotherOfficeIsTurnedAway() {
        var filed = desk.atCustoms("5788");

        assertThat(desk.forms.find(filed.id(), customs("5795"))).isEmpty();
        assertThat(desk.forms.refusalToSee(filed.id(), customs("5795"))).isEqualTo("ERR_OUT_OF_SCOPE");
        for (var action : List.of("approve", "return", "reject")) {
            assertThat(refused(desk.take(filed, action, Decision.because("提供的信息不实", "False"), customs("5795"))))
                    .containsExactly("ERR_OUT_OF_SCOPE");
        }
        assertThat(state(filed)).isEqualTo("REVIEWING");
    }

    @Test
    void aReviewerWithoutOfficeReachesNothing() {
        var filed = desk.atCustoms("5788");
        var nowhere = new Actor(
                "new", "新人", OptionalLong.empty(), Set.of(Role.CUS_OFFICE_REVIEWER), "none", OfficeScope.NONE);

        assertThat(queue(nowhere)).isEmpty();
        assertThat(refused(desk.take(filed, "approve", Decision.plain(), nowhere)))
                .containsExactly("ERR_OUT_OF_SCOPE");
    }

    @Test
    void noReviewerSeesWhatIsStillBeingFilledIn() {
        var draft = desk.fill(desk.begin(Entry.CUSTOMS), customsAnswers("5795"));

        assertThat(desk.forms.find(draft.id(), customs("5795"))).isEmpty();
        assertThat(desk.forms.refusalToSee(draft.id(), customs("5795"))).isEqualTo("ERR_FORBIDDEN");
    }

    @Test
    void whileTheEnterpriseMendsItTheFilingStaysWithTheOfficeItWasDeclaredAt() {
        var back = done(
                desk.take(desk.atCustoms("5795"), "return", Decision.because("主管海关选择有误", "OTHER"), customs("5795")));

        var moved = desk.fill(back, new Answers(Map.of("customs_office", "5770"), Map.of()));
        assertThat(desk.forms.find(moved.id(), customs("5795"))).isPresent();
        assertThat(desk.forms.find(moved.id(), customs("5770"))).isEmpty();

        var again = done(desk.declare(moved));
        assertThat(desk.forms.find(moved.id(), customs("5795"))).isEmpty();
        assertThat(desk.forms.find(moved.id(), customs("5770"))).isPresent();
        assertThat(again.number())
                .hasValueSatisfying(number -> assertThat(number).startsWith("5770"));
    }

    @Test
    void h127theOfficeApproves() {
        var filed = desk.atCustoms("5788");

        var approved = done(desk.take(filed, "approve", Decision.plain(), customs("5788")));

        assertThat(approved.state()).isEqualTo("APPROVED");
        assertThat(desk.told()).containsExactly("N-40", "N-43");
        assertThat(desk.forms.around(approved, desk.user).facts()).containsEntry("filing.customs_state", "APPROVED");
    }

    @Test
    void theSealOnAScanIsTickedBeforeTheApproval() {
        var record = desk.begin(Entry.CUSTOMS);
        desk.attach(record, "licence_scan");
        var filed = done(desk.declare(desk.fill(record, customsAnswers("5770"))));

        assertThat(refused(desk.take(filed, "approve", Decision.plain(), customs("5770"))))
                .containsExactly("ERR_CHECKLIST");
        var ticks = desk.ticks(filed, "approve", customs("5770"));
        assertThat(done(desk.take(filed, "approve", Decision.plain().ticking(ticks), customs("5770")))
                        .state())
                .isEqualTo("APPROVED");
    }

    @Test
    void anOfficeHasOneFilingOfAnEnterprise() {
        var first = desk.atCustoms("5795");
        var second = desk.fill(desk.begin(Entry.CUSTOMS), customsAnswers("5795"));

        assertThat(FilingDesk.faults(desk.declare(second)))
                .containsExactly(Fault.at(
                        "customs_office",
                        "ERR_DUPLICATE_OPEN",
                        Map.of("no", first.number().orElseThrow())));
        assertThat(done(desk.declare(desk.fill(second, new Answers(Map.of("customs_office", "5770"), Map.of()))))
                        .state())
                .isEqualTo("REVIEWING");
    }

    @Test
    void aCancelledFilingMakesRoomForANewOne() {
        var approved = done(desk.take(desk.atCustoms("5795"), "approve", Decision.plain(), customs("5795")));

        assertThat(done(desk.take(approved, "cancel", Decision.plain(), desk.user))
                        .state())
                .isEqualTo("CANCELLED");
        assertThat(desk.forms.around(approved, desk.user).facts()).containsEntry("filing.customs_state", "CANCELLED");
        assertThat(desk.atCustoms("5795").state()).isEqualTo("REVIEWING");
    }

    @Test
    void theLocalFilingComesFirst() {
        var newcomer = new FilingDesk(false);

        assertThat(refused(newcomer.editing.begin(Entry.CUSTOMS.form(), newcomer.user)))
                .containsExactly("ERR_LOCAL_FILING_FIRST");
        assertThat(newcomer.records.of(newcomer.enterprise, Entry.CUSTOMS.form()))
                .isEmpty();
    }

    @Test
    void aForgedStepOrStateLeadsNowhere() {
        var filed = desk.atCustoms("5795");
        var draft = desk.begin(Entry.CUSTOMS);

        assertThat(refused(desk.take(draft, "declare_with_letter", Decision.plain(), desk.user)))
                .containsExactly("ERR_STATE");
        assertThat(refused(desk.take(filed, "approve", Decision.plain(), desk.user)))
                .containsExactly("ERR_FORBIDDEN");
        assertThat(refused(desk.take(filed, "declare", Decision.plain(), desk.user)))
                .containsExactly("ERR_STATE");
        assertThat(refused(desk.take(draft, "approve", Decision.plain(), customs("5795"))))
                .containsExactly("ERR_FORBIDDEN");

        var typed = new Answers(
                Map.of("filing_no", "57952026999999", "filing_state", "APPROVED", "declarant", "x", "uscc", "y"),
                Map.of());
        var saved = desk.fill(draft, typed);
        assertThat(saved.answers().fields()).doesNotContainKeys("filing_no", "filing_state", "declarant");
        assertThat(saved.answers().text("uscc"))
                .isEqualTo(desk.profiles.of(desk.enterprise).creditCode());
    }

    @Test
    void anotherEnterpriseIsAnsweredAsIfThereWereNothing() {
        var filed = desk.atCustoms("5795");
        var stranger = new FilingDesk();

        assertThat(desk.forms.find(filed.id(), stranger.user)).isEmpty();
        assertThat(refused(desk.take(filed, "declare", Decision.plain(), stranger.user)))
                .containsExactly("ERR_FORBIDDEN");
        assertThat(refused(desk.editing.delete(filed.id(), filed.version(), stranger.user)))
                .containsExactly("ERR_FORBIDDEN");
    }

    @Test
    void nobodyDecidesOnTheOwnEnterprise() {
        var filed = desk.atCustoms("5795");
        var insider = new Actor(
                "insider",
                "内部人",
                OptionalLong.of(desk.enterprise),
                Set.of(Role.CUS_OFFICE_REVIEWER),
                "none",
                new OfficeScope("5795", ""));

        assertThat(refused(desk.take(filed, "approve", Decision.plain(), insider)))
                .containsExactly("ERR_SELF_APPROVAL");
    }

    private static Decision seen() {
        return Decision.plain().ticking(Set.of("seal_ok", "is_original", "content_ok"));
    }

    private List<Long> queue(Actor officer) {
        return desk.port.bean(Desk.class).queue(officer).stream()
                .map(FormRecord::id)
                .toList();
    }

    private String state(FormRecord record) {
        return desk.records.find(record.id()).orElseThrow().state();
    }
}
