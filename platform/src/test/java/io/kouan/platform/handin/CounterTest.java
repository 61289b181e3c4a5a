package io.kouan.platform.handin;

import static io.kouan.platform.TestEnterprise.done;
import static io.kouan.platform.TestEnterprise.officer;
import static io.kouan.platform.TestEnterprise.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormEditing;
import io.kouan.platform.forms.FormEvent;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Fault;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The window of section two: papers received, found wanting, accepted; the permission opened by somebody else. */
class CounterTest extends HandInFixture {

    @Test
    void h058aCompleteHandInIsAccepted() {
        var accepted = done(company.take(received(), "accept", Decision.entering(complete()), CLERK));

        assertThat(accepted.state()).isEqualTo("ACCEPTED");
        assertThat(text(print("DOC-04", accepted)))
                .contains("材料收件回执", "报关单位情况登记表", "对外贸易经营者备案申请表", "营业执照副本复印件")
                .contains("材料齐全，已受理", "经办clerk", accepted.number().orElseThrow());
    }

    @Test
    void h059aMissingSealIsNamedAndTheHandInGoesBackWithAllItLacks() {
        var ticks = complete();
        ticks.remove("papers.2.seal_ok");
        ticks.remove("papers.0.signature_ok");
        ticks.put("papers.2.paper_remark", "请盖公章后再来");
        var record = received();

        PORT.bean(People.class)
                .register(
                        company.admin().login(),
                        "-",
                        "管理员",
                        Optional.of(company.id()),
                        company.admin().roles());

        var outcome = company.take(record, "accept", Decision.entering(ticks), CLERK);
        assertThat(((Outcome.Refused) outcome).faults())
                .extracting(Fault::message, fault -> fault.values().get("items"))
                .containsExactly(
                        tuple("ERR_HANDIN_INCOMPLETE", "报关单位情况登记表（法人已签字）"),
                        tuple("ERR_HANDIN_INCOMPLETE", "申请书（已盖企业公章）"));

        var back = done(company.take(record, "deficient", Decision.entering(ticks), CLERK));
        assertThat(back.state()).isEqualTo("DEFICIENT");
        assertThat(PORT.db()
                        .sql("select given::text from notification where kind = 'N-22' and given::text like :no")
                        .param("no", "%" + back.number().orElseThrow() + "%")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allSatisfy(given -> assertThat(given)
                        .contains("报关单位情况登记表（法人已签字）；申请书（已盖企业公章）")
                        .contains("items.en")
                        .doesNotContain("请盖公章后再来"));
        assertThat(text(print("DOC-04", back)))
                .contains("需补正内容（一次性告知）", "申请书：未确认“已盖企业公章”（请盖公章后再来）", "报关单位情况登记表：未确认“法人已签字”");
    }

    @Test
    void aHandInThatLacksNothingDoesNotGoBackWithoutAReason() {
        assertThat(refused(company.take(received(), "deficient", Decision.entering(complete()), CLERK)))
                .containsExactly("ERR_REASON_REQUIRED");
    }

    @Test
    void h060theOriginalOfTheLicenceHasToBeShown() {
        var ticks = complete();
        ticks.remove("papers.3.original_checked");

        assertThat(refused(company.take(received(), "accept", Decision.entering(ticks), CLERK)))
                .containsExactly("ERR_ORIGINAL_NOT_CHECKED");
    }

    @Test
    void h061thereIsOneCopyOfEachOfFourPapersAndNobodyChangesThat() {
        var record = received();
        assertThat(record.answers().rows("papers"))
                .extracting(row -> row.get("paper"), row -> row.get("copies"))
                .containsExactly(
                        tuple("报关单位情况登记表", "1"),
                        tuple("对外贸易经营者备案申请表", "1"),
                        tuple("申请书", "1"),
                        tuple("营业执照副本复印件", "1"));

        var entered = complete();
        entered.put("papers.0.copies", "3");
        entered.put("papers.4.paper", "第五份");
        var accepted = done(company.take(record, "accept", Decision.entering(entered), CLERK));
        assertThat(accepted.answers().rows("papers")).hasSize(4);
        assertThat(accepted.answers().rows("papers").getFirst()).containsEntry("copies", "1");
    }

    @Test
    void h062sod02thePermissionIsOpenedBySomebodyElse() {
        var both = officer("both", Role.CUS_WINDOW_CLERK, Role.CUS_REG_REVIEWER);
        var accepted = done(company.take(received(), "accept", Decision.entering(complete()), both));

        assertThat(refused(company.take(accepted, "open", Decision.plain(), both)))
                .containsExactly("ERR_SELF_APPROVAL");
        assertThat(refused(company.take(accepted, "open", Decision.plain(), CLERK)))
                .containsExactly("ERR_FORBIDDEN");
        assertThat(access.isBehind(company.id())).isFalse();
        var opened = done(company.take(accepted, "open", Decision.entering(Map.of("papers.0.seal_ok", "")), REGISTRAR));
        assertThat(opened.state()).isEqualTo("OPENED");
        assertThat(opened.answers()).isEqualTo(accepted.answers());
        assertThat(access.isBehind(company.id())).isTrue();
    }

    @Test
    void h063theChangeIsApprovedAfterThePapersWereAcceptedAndTheRegistrationHoldsIt() {
        var registration = company.registration();
        var code = "440416" + String.format("%04d", 9000 + company.id() % 1000);
        var entered = Map.of("customs_code", code);
        done(company.take(registration, "approve", Decision.entering(entered), REGISTRAR));
        var change = done(company.take(company.change(), "submit", Decision.plain(), company.legal()));
        var record = received();
        assertThat(refused(company.take(change, "approve", Decision.plain(), REGISTRAR)))
                .containsExactly("ERR_STATE");

        done(company.take(record, "accept", Decision.entering(complete()), CLERK));
        var approved = done(company.take(change, "approve", Decision.plain(), REGISTRAR));

        assertThat(approved.state()).isEqualTo("APPROVED");
        var held = records.find(registration.id()).orElseThrow();
        assertThat(held.answers().text("cbec_types")).isEqualTo("EC,EP");
        assertThat(held.answers().text("company_website")).isEqualTo("http://www.example.com");
        assertThat(records.history(held.id())).extracting(FormEvent::action).contains("amend");
    }

    @Test
    void aWalkInIsRecordedAtTheWindowUnlessPapersAreUnderWay() {
        var editing = PORT.bean(FormEditing.class);
        var record = done(editing.beginAtDesk(FORM, "walk_in", company.id(), CLERK));

        assertThat(record.state()).isEqualTo("RECEIVED");
        assertThat(record.enterprise()).hasValue(company.id());
        assertThat(record.answers().text("enterprise_name_zh")).isEqualTo(company.name());
        assertThat(record.number())
                .hasValueSatisfying(number -> assertThat(number).matches("TY\\d{14}"));
        assertThat(refused(editing.beginAtDesk(FORM, "walk_in", company.id(), CLERK)))
                .containsExactly("ERR_DUPLICATE_OPEN");
        assertThat(refused(editing.begin(FORM, company.admin()))).containsExactly("ERR_DUPLICATE_OPEN");
        assertThat(refused(editing.beginAtDesk(FORM, "walk_in", company.id(), company.admin())))
                .containsExactly("ERR_FORBIDDEN");
        assertThat(done(company.take(record, "accept", Decision.entering(complete()), CLERK))
                        .state())
                .isEqualTo("ACCEPTED");
    }
}
