package io.kouan.platform.filing;

import static io.kouan.platform.filing.FilingDesk.customs;
import static io.kouan.platform.filing.FilingDesk.done;
import static io.kouan.platform.filing.FilingDesk.inspection;
import static io.kouan.platform.filing.FilingDesk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.page.Comparison;
import io.kouan.platform.transmission.BusinessType;
import io.kouan.platform.transmission.BusinessTypes;
import io.kouan.platform.transmission.Realm;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An approved filing is changed by a new one, which takes its place when it is approved, and withdrawn by its enterprise. */
class FilingChangeTest {

    private final FilingDesk desk = new FilingDesk();
    private final FilingChanges changes = desk.port.bean(FilingChanges.class);
    private final BusinessTypes businessTypes = desk.port.bean(BusinessTypes.class);

    @Test
    void theApprovedOneCountsUntilItsChangeIsApprovedAndTheRolesStay() {
        var former = approved("5788");
        businessTypes.open(desk.enterprise, Realm.CUSTOMS, BusinessType.all(), "GD", Actor.program());
        var draft = done(changes.begin(former, desk.user));
        assertThat(draft.state()).isEqualTo("DRAFT");
        assertThat(draft.answers().text("legal_rep_name")).isEqualTo("李珠");
        assertThat(draft.number()).isNotEqualTo(former.number());
        var changed = desk.fill(draft, new Answers(Map.of("legal_rep_name", "王港"), Map.of()));

        var declared = done(desk.declare(changed));
        assertThat(now(former).state()).isEqualTo("APPROVED");
        var approved = done(desk.take(declared, "approve", Decision.plain(), customs("5788")));

        assertThat(approved.state()).isEqualTo("APPROVED");
        assertThat(now(former).state()).isEqualTo("CANCELLED");
        assertThat(businessTypes.of(desk.enterprise, Realm.CUSTOMS)).isEqualTo(BusinessType.all());
        assertThat(desk.forms.around(approved, desk.user).facts()).containsEntry("filing.customs_state", "APPROVED");
        assertThat(desk.records.history(former.id()).getLast().action()).isEqualTo("supersede");
    }

    @Test
    void bothSidesSeeWhatDiffers() {
        var draft = done(changes.begin(approved("5795"), desk.user));
        var changed =
                desk.fill(draft, new Answers(Map.of("legal_rep_name", "王港", "office_address", "珠海市香洲区1号"), Map.of()));
        var declared = done(desk.declare(changed));

        for (Actor reader : List.of(desk.user, customs("5795"))) {
            assertThat(panel(declared, reader).differences())
                    .extracting(Comparison.Difference::before, Comparison.Difference::now)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple("李珠", "王港"),
                            org.assertj.core.groups.Tuple.tuple("珠海市横琴新区环岛东路1号", "珠海市香洲区1号"));
        }
    }

    @Test
    void aRefusedChangeLeavesTheApprovedOneAndAnotherMayBegin() {
        var former = approved("5770");
        var declared = done(desk.declare(done(changes.begin(former, desk.user))));

        done(desk.take(declared, "reject", Decision.because("变更内容与登记不符", "MISMATCH"), customs("5770")));

        assertThat(now(former).state()).isEqualTo("APPROVED");
        assertThat(done(changes.begin(former, desk.user)).id()).isNotEqualTo(declared.id());
    }

    @Test
    void aChangeStaysAtItsOffice() {
        var draft = done(changes.begin(approved("5788"), desk.user));
        var moved = desk.fill(draft, new Answers(Map.of("customs_office", "5795"), Map.of()));

        assertThat(refused(desk.declare(moved))).containsExactly("ERR_OFFICE");
    }

    @Test
    void anotherEnterpriseCannotChangeItAndWhatIsNotApprovedCannotBeChanged() {
        var former = approved("5788");
        var stranger = new FilingDesk();

        assertThat(refused(changes.begin(former, stranger.user))).containsExactly("ERR_FORBIDDEN");
        assertThat(refused(changes.begin(former, customs("5788")))).containsExactly("ERR_FORBIDDEN");
        assertThat(refused(changes.begin(stranger.atCustoms("5788"), stranger.user)))
                .containsExactly("ERR_FORBIDDEN");
        assertThat(refused(desk.take(former, "supersede", Decision.plain(), desk.user)))
                .as("the system's step, sent by somebody")
                .isNotEmpty();
        assertThat(now(former).state()).isEqualTo("APPROVED");
    }

    @Test
    void begunTwiceAtOnceThereIsOneChange() {
        var former = approved("5788");

        var both = Stream.of(1, 2)
                .map(_ -> CompletableFuture.supplyAsync(() -> changes.begin(former, desk.user)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(outcome -> ((Outcome.Done) outcome).record().id())
                .distinct()
                .toList();

        assertThat(both).hasSize(1);
        assertThat(desk.port.count("filing_change", "former_id = ?", former.id()))
                .isEqualTo(1);
    }

    @Test
    void theChangeOfAnInspectionFilingBringsItsOwnNumber() {
        var former = approvedInspection(desk.atInspection("485400"), "4854000011");
        businessTypes.open(desk.enterprise, Realm.INSPECTION, BusinessType.all(), "GD", Actor.program());
        var draft = done(changes.begin(former, desk.user));
        desk.papers(draft);
        var declared = done(desk.declare(desk.records.find(draft.id()).orElseThrow()));

        approvedInspection(declared, "4854000012");

        assertThat(now(former).state()).isEqualTo("CANCELLED");
        assertThat(desk.profiles.of(desk.enterprise).value("enterprise_filing_no"))
                .isEqualTo("4854000012");
        assertThat(businessTypes.of(desk.enterprise, Realm.INSPECTION)).isEqualTo(BusinessType.all());
    }

    @Test
    void aWithdrawnFilingClosesItsRolesAtOnce() {
        var former = approvedInspection(desk.atInspection("485500"), "4855000021");
        businessTypes.open(desk.enterprise, Realm.INSPECTION, BusinessType.all(), "GD", Actor.program());

        done(desk.take(former, "cancel", Decision.plain(), desk.user));

        assertThat(businessTypes.of(desk.enterprise, Realm.INSPECTION)).isEmpty();
        assertThat(refused(changes.begin(now(former), desk.user))).containsExactly("ERR_FORBIDDEN");
    }

    private FormRecord approved(String office) {
        return done(desk.take(desk.atCustoms(office), "approve", Decision.plain(), customs(office)));
    }

    private FormRecord approvedInspection(FormRecord filed, String number) {
        var officer = inspection(filed.answers().text("inspection_org"));
        var decision = Decision.entering(Map.of("enterprise_filing_no", number))
                .ticking(desk.ticks(filed, "approve", officer));
        return done(desk.take(filed, "approve", decision, officer));
    }

    private FormRecord now(FormRecord record) {
        return desk.records.find(record.id()).orElseThrow();
    }

    private ChangePanel.Shown panel(FormRecord record, Actor reader) {
        return desk.port.bean(ChangePanel.class).of(record, reader).stream()
                .map(panel -> (ChangePanel.Shown) panel.content())
                .findFirst()
                .orElseThrow();
    }
}
