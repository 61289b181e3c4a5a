package io.kouan.platform.qualification;

import static io.kouan.platform.TestEnterprise.done;
import static io.kouan.platform.TestEnterprise.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.TestEnterprise;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.Desk;
import io.kouan.platform.forms.FormEvent;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The filing as a foreign trade operator (对外贸易经营者备案), from its declaration to the decision. */
class TradeFilingTest extends SectionOneFixture {

    @Test
    void h030aTradeFilingIsDeclaredAndReachesTheOfficer() {
        var filed = declare(begin("foreign_trade_operator"), TestEnterprise.trade());

        assertThat(filed.state()).isEqualTo("SUBMITTED");
        assertThat(filed.number())
                .hasValueSatisfying(number -> assertThat(number).matches("SW\\d{14}"));
        assertThat(PORT.bean(Desk.class).queue(COMMERCE))
                .extracting(FormRecord::id)
                .contains(filed.id());
        assertThat(PORT.bean(Desk.class).queue(REGISTRAR))
                .extracting(FormRecord::id)
                .doesNotContain(filed.id());
    }

    @Test
    void h032anApprovalStoresTheNumberAndProposesTheImportExportCode() {
        var filed = declare(begin("foreign_trade_operator"), TestEnterprise.trade());

        var approved = done(steps.take(
                filed.id(), filed.version(), "approve", Decision.entering(Map.of("record_no", "03512345")), COMMERCE));

        assertThat(approved.state()).isEqualTo("APPROVED");
        assertThat(approved.answers().text("import_export_code")).isEqualTo(creditCode);
        assertThat(profiles.of(enterprise).value("import_export_code")).isEqualTo(creditCode);
        assertThat(records.history(filed.id()))
                .extracting(FormEvent::action)
                .containsExactly("begin", "declare", "approve");
    }

    @Test
    void anApprovalNeedsTheNumber() {
        var filed = declare(begin("foreign_trade_operator"), TestEnterprise.trade());

        assertThat(refused(steps.take(filed.id(), filed.version(), "approve", Decision.plain(), COMMERCE)))
                .containsExactly("ERR_REQUIRED");
        assertThat(state(filed)).isEqualTo("SUBMITTED");
    }

    @Test
    void h033aReturnNeedsAReason() {
        var filed = declare(begin("foreign_trade_operator"), TestEnterprise.trade());

        assertThat(refused(steps.take(filed.id(), filed.version(), "return", Decision.plain(), COMMERCE)))
                .containsExactly("ERR_REASON_REQUIRED");
        assertThat(refused(steps.take(
                        filed.id(), filed.version(), "return", Decision.because("短", "INCOMPLETE"), COMMERCE)))
                .containsExactly("ERR_REASON_REQUIRED");
        assertThat(done(steps.take(
                                filed.id(),
                                filed.version(),
                                "return",
                                Decision.because("营业执照扫描件不清晰", "UNREADABLE"),
                                COMMERCE))
                        .state())
                .isEqualTo("RETURNED");
    }

    @Test
    void whatWasChangedAfterAReturnIsShownToTheOfficer() {
        var filed = declare(begin("foreign_trade_operator"), TestEnterprise.trade());
        var back = done(steps.take(
                filed.id(), filed.version(), "return", Decision.because("联系电话有误，请核对", "MISMATCH"), COMMERCE));

        var again = declare(back, new Answers(Map.of("phone", "0756-2538393"), Map.of()));

        assertThat(PORT.bean(Desk.class).changes(again)).containsExactly("phone");
    }

    @Test
    void h034thereIsOnlyOneTradeFiling() {
        var first = declare(begin("foreign_trade_operator"), TestEnterprise.trade());
        var second = fill(begin("foreign_trade_operator"), TestEnterprise.trade());

        var outcome = steps.take(second.id(), second.version(), "declare", Decision.plain(), admin);

        assertThat(((Outcome.Refused) outcome).faults())
                .contains(Fault.at(
                        "", "ERR_DUPLICATE_OPEN", Map.of("no", first.number().orElseThrow())));
    }

    @Test
    void h038nobodyReviewsTheOwnEnterprise() {
        var filed = declare(begin("foreign_trade_operator"), TestEnterprise.trade());
        var insider = new Actor("insider", "内部人", OptionalLong.of(enterprise), Set.of(Role.MOFCOM_REVIEWER), "none");

        assertThat(refused(steps.take(
                        filed.id(),
                        filed.version(),
                        "approve",
                        Decision.entering(Map.of("record_no", "03512345")),
                        insider)))
                .containsExactly("ERR_SELF_APPROVAL");
    }
}
