package io.kouan.platform.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.sample.SampleEnterprise;
import io.kouan.platform.TestPort;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.Desk;
import io.kouan.platform.forms.FormAttachments;
import io.kouan.platform.forms.FormEditing;
import io.kouan.platform.forms.FormEvent;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.FormSteps;
import io.kouan.platform.forms.Forms;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Scenarios of section one, on records in a real database. */
class QualificationTest {

    private static final TestPort PORT = TestPort.shared();
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Actor COMMERCE = officer("commerce", Role.MOFCOM_REVIEWER);
    private static final Actor REGISTRAR = officer("registrar", Role.CUS_REG_REVIEWER);

    private final Forms forms = PORT.bean(Forms.class);
    private final FormEditing editing = PORT.bean(FormEditing.class);
    private final FormSteps steps = PORT.bean(FormSteps.class);
    private final FormRecords records = PORT.bean(FormRecords.class);
    private final EnterpriseProfiles profiles = PORT.bean(EnterpriseProfiles.class);

    private final String creditCode = creditCode(NEXT.incrementAndGet());
    private final long enterprise = profiles.open(creditCode, "珠海远航商贸（横琴）有限公司", Optional.empty(), false, Map.of());
    private final Actor admin = admin("admin" + enterprise, enterprise);

    @Test
    void h030aTradeFilingIsDeclaredAndReachesTheOfficer() {
        var filed = declare(begin("foreign_trade_operator"), trade());

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
        var filed = declare(begin("foreign_trade_operator"), trade());

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
        var filed = declare(begin("foreign_trade_operator"), trade());

        assertThat(refused(steps.take(filed.id(), filed.version(), "approve", Decision.plain(), COMMERCE)))
                .containsExactly("ERR_REQUIRED");
        assertThat(state(filed)).isEqualTo("SUBMITTED");
    }

    @Test
    void h033aReturnNeedsAReason() {
        var filed = declare(begin("foreign_trade_operator"), trade());

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
        var filed = declare(begin("foreign_trade_operator"), trade());
        var back = done(steps.take(
                filed.id(), filed.version(), "return", Decision.because("联系电话有误，请核对", "MISMATCH"), COMMERCE));

        var again = declare(back, new Answers(Map.of("phone", "0756-2538393"), Map.of()));

        assertThat(PORT.bean(Desk.class).changes(again)).containsExactly("phone");
    }

    @Test
    void h034thereIsOnlyOneTradeFiling() {
        var first = declare(begin("foreign_trade_operator"), trade());
        var second = fill(begin("foreign_trade_operator"), trade());

        var outcome = steps.take(second.id(), second.version(), "declare", Decision.plain(), admin);

        assertThat(((Outcome.Refused) outcome).faults())
                .contains(Fault.at(
                        "", "ERR_DUPLICATE_OPEN", Map.of("no", first.number().orElseThrow())));
    }

    @Test
    void h035theRegistrationNeedsTheTradeFilingUnlessTheUnitIsABroker() {
        var record = fill(begin("customs_registration"), registration());

        assertThat(refused(steps.take(record.id(), record.version(), "declare", Decision.plain(), admin)))
                .contains("ERR_NO_FTO");

        attach(record);
        var broker = fill(record, new Answers(Map.of("unit_type", "BROKER"), Map.of()));
        assertThat(done(steps.take(broker.id(), broker.version(), "declare", Decision.plain(), admin))
                        .state())
                .isEqualTo("SUBMITTED");
    }

    @Test
    void h037anApprovalIssuesTheCustomsCodeThatFitsTheRegistration() {
        profiles.remember(enterprise, Map.of("import_export_code", creditCode));
        var filed = declare(begin("customs_registration"), registration());
        var code = "440416" + String.format("%04d", enterprise % 10000);
        var wrong = "440496" + code.substring(6);

        assertThat(refused(steps.take(
                        filed.id(),
                        filed.version(),
                        "approve",
                        Decision.entering(Map.of("customs_code", wrong)),
                        REGISTRAR)))
                .containsExactly("ERR_CUSTOMS_CODE");

        done(steps.take(
                filed.id(), filed.version(), "approve", Decision.entering(Map.of("customs_code", code)), REGISTRAR));
        assertThat(profiles.of(enterprise).customsCode()).contains(code);
        assertThat(profiles.of(enterprise).codeVerified()).isTrue();
    }

    @Test
    void aCustomsCodeIsNeverGivenTwice() {
        var taken = PORT.member(SampleEnterprise.Role.MERCHANT).enterprise().customsCode();
        profiles.remember(enterprise, Map.of("import_export_code", creditCode));
        var zone = taken.substring(4, 5);
        var ownership = taken.substring(5, 6);
        var filed = declare(
                begin("customs_registration"),
                registration().with("economic_zone", zone).with("business_class", ownership));

        assertThat(refused(steps.take(
                        filed.id(),
                        filed.version(),
                        "approve",
                        Decision.entering(Map.of("customs_code", taken)),
                        REGISTRAR)))
                .containsExactly("ERR_CUSTOMS_CODE_TAKEN");
    }

    @Test
    void h038nobodyReviewsTheOwnEnterprise() {
        var filed = declare(begin("foreign_trade_operator"), trade());
        var insider = new Actor("insider", "内部人", OptionalLong.of(enterprise), Set.of(Role.MOFCOM_REVIEWER), "none");

        assertThat(refused(steps.take(
                        filed.id(),
                        filed.version(),
                        "approve",
                        Decision.entering(Map.of("record_no", "03512345")),
                        insider)))
                .containsExactly("ERR_SELF_APPROVAL");
    }

    @Test
    void h039aDraftIsDeletedAndASubmittedRecordWithdrawn() {
        var draft = begin("foreign_trade_operator");
        var filed = declare(begin("foreign_trade_operator"), trade());

        assertThat(editing.delete(draft.id(), draft.version(), admin)).isInstanceOf(Outcome.Done.class);
        assertThat(records.find(draft.id())).isEmpty();
        assertThat(refused(editing.delete(filed.id(), filed.version(), admin))).containsExactly("ERR_NOT_DRAFT_DELETE");

        var withdrawn = done(steps.take(filed.id(), filed.version(), "withdraw", Decision.plain(), admin));
        assertThat(withdrawn.state()).isEqualTo("WITHDRAWN");
        assertThat(refused(steps.take(withdrawn.id(), withdrawn.version(), "withdraw", Decision.plain(), admin)))
                .containsExactly("ERR_STATE");
    }

    @Test
    void h040theSecondOfTwoSaversIsTold() {
        var draft = begin("foreign_trade_operator");
        var typed = new Answers(Map.of("phone", "0756-2538393"), Map.of());

        assertThat(editing.save(draft.id(), draft.version(), typed, Optional.empty(), admin))
                .isInstanceOf(Outcome.Done.class);
        assertThat(refused(editing.save(draft.id(), draft.version(), typed, Optional.empty(), admin)))
                .containsExactly("ERR_VERSION_CONFLICT");
    }

    @Test
    void anotherEnterpriseIsAnsweredAsIfThereWereNothing() {
        var draft = begin("foreign_trade_operator");
        var stranger = admin(
                "stranger",
                profiles.open(creditCode(NEXT.incrementAndGet()), "珠海某某贸易有限公司", Optional.empty(), false, Map.of()));

        assertThat(forms.find(draft.id(), stranger)).isEmpty();
        assertThat(refused(editing.save(draft.id(), draft.version(), Answers.NONE, Optional.empty(), stranger)))
                .containsExactly("ERR_FORBIDDEN");
    }

    @Test
    void nobodyWritesWhatIsNotTheirs() {
        var draft = begin("foreign_trade_operator");
        var typed = new Answers(
                Map.of("record_no", "99999999", "uscc", "x", "pre_entry_no", "x", "phone", "0756-2538393"), Map.of());

        var saved = done(editing.save(draft.id(), draft.version(), typed, Optional.empty(), admin));

        assertThat(saved.answers().text("record_no")).isEmpty();
        assertThat(saved.answers().text("uscc")).isEqualTo(creditCode);
        assertThat(saved.answers().text("pre_entry_no")).startsWith("SW");
        assertThat(saved.answers().text("phone")).isEqualTo("0756-2538393");
    }

    @Test
    void h051theChangeOfRegistrationNeedsTheLegalPersonsCard() {
        assertThat(refused(editing.begin("customs_registration_change", admin))).containsExactly("ERR_CARD_REQUIRED");
        var operator = new Actor("op", "操作员", OptionalLong.of(enterprise), Set.of(Role.ENT_OPERATOR), "operator");
        assertThat(refused(editing.begin("customs_registration_change", operator)))
                .containsExactly("ERR_CARD_REQUIRED");
    }

    @Test
    void h052theChangeNamesTypeAndWebsite() {
        profiles.enterCustomsCode(enterprise, "440416" + String.format("%04d", 5000 + enterprise % 5000));
        var legal = new Actor(
                "legal", "法人", OptionalLong.of(enterprise), Set.of(Role.ENT_ADMIN, Role.ENT_LEGAL), "legal_person");
        var record = done(editing.begin("customs_registration_change", legal));

        assertThat(refused(steps.take(record.id(), record.version(), "submit", Decision.plain(), legal)))
                .contains("ERR_CBEC_TYPE_REQUIRED", "ERR_WEBSITE_REQUIRED");

        var filled = done(editing.save(
                record.id(),
                record.version(),
                new Answers(Map.of("cbec_types", "EC,EP", "company_website", "www.example.com"), Map.of()),
                Optional.empty(),
                legal));
        assertThat(filled.answers().text("company_website")).isEqualTo("http://www.example.com");
        assertThat(done(steps.take(filled.id(), filled.version(), "submit", Decision.plain(), legal))
                        .state())
                .isEqualTo("SUBMITTED");
    }

    @Test
    void h063aChangeIsApprovedOnlyAfterThePapersWereAccepted() {
        profiles.enterCustomsCode(enterprise, "440416" + String.format("%04d", 5000 + enterprise % 5000));
        var legal = new Actor(
                "legal", "法人", OptionalLong.of(enterprise), Set.of(Role.ENT_ADMIN, Role.ENT_LEGAL), "legal_person");
        var begun = done(editing.begin("customs_registration_change", legal));
        var filled = done(editing.save(
                begun.id(),
                begun.version(),
                new Answers(Map.of("cbec_types", "EC", "company_website", "www.example.com"), Map.of()),
                Optional.empty(),
                legal));
        var filed = done(steps.take(filled.id(), filled.version(), "submit", Decision.plain(), legal));

        assertThat(refused(steps.take(filed.id(), filed.version(), "approve", Decision.plain(), REGISTRAR)))
                .containsExactly("ERR_STATE");
        assertThat(state(filed)).isEqualTo("SUBMITTED");
    }

    @Test
    void aFormWhoseRulesAreNotWrittenIsNotOpen() {
        assertThat(refused(editing.begin("licence_activation", admin))).containsExactly("ERR_NOT_OPEN");
    }

    private FormRecord begin(String form) {
        return done(editing.begin(form, admin));
    }

    private FormRecord fill(FormRecord record, Answers answers) {
        return done(editing.save(record.id(), record.version(), answers, Optional.empty(), admin));
    }

    private FormRecord declare(FormRecord record, Answers answers) {
        attach(record);
        var filled = fill(record, answers);
        return done(steps.take(filled.id(), filled.version(), "declare", Decision.plain(), admin));
    }

    private void attach(FormRecord record) {
        var attachments = PORT.bean(FormAttachments.class);
        if (attachments.of(record).isEmpty()) {
            try {
                assertThat(attachments.put(
                                record, "licence_scan", "营业执照.png", new ByteArrayInputStream(picture()), admin))
                        .isEmpty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private String state(FormRecord record) {
        return records.find(record.id()).orElseThrow().state();
    }

    private static FormRecord done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).record();
    }

    private static List<String> refused(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).faults().stream().map(Fault::message).toList();
    }

    private static Actor admin(String login, long enterprise) {
        return new Actor(login, "管理员", OptionalLong.of(enterprise), Set.of(Role.ENT_ADMIN), "none");
    }

    private static Actor officer(String login, Role role) {
        return new Actor(login, "审核员", OptionalLong.empty(), Set.of(role), "none");
    }

    private static Answers trade() {
        var values = new HashMap<String, String>();
        values.put("operator_name_en", "Zhuhai Yuanhang Trading (Hengqin) Co., Ltd.");
        values.put("operator_type", "ENT");
        values.put("domicile", "珠海市横琴新区环岛东路1号");
        values.put("premises_zh", "珠海市横琴新区环岛东路1号");
        values.put("premises_en", "1 Huandao East Road, Hengqin, Zhuhai");
        values.put("phone", "0756-8125566");
        values.put("email", "office@example.com");
        values.put("licence_date", "2020-05-06");
        values.put("business_scope", "跨境电子商务");
        values.put("legal_rep_name", "王港");
        values.put("legal_rep_id_no", "440402197203150016");
        values.put("registered_capital", "500");
        values.put("registered_capital_usd", "70");
        values.put("undertaking", "true");
        return new Answers(values, Map.of());
    }

    private static Answers registration() {
        var values = new HashMap<String, String>();
        values.put("registered_address", "珠海市横琴新区环岛东路1号");
        values.put("licence_date", "2020-05-06");
        values.put("economic_zone", "1");
        values.put("business_class", "6");
        values.put("economic_type", "150");
        values.put("industry", "F");
        values.put("business_scope", "跨境电子商务");
        values.put("company_phone", "0756-8125566");
        values.put("registered_capital", "500");
        values.put("bank_name", "中国银行珠海分行");
        values.put("bank_account", "4404001234567890");
        values.put("legal_rep_name", "王港");
        values.put("legal_rep_id_no", "440402197203150016");
        values.put("legal_rep_phone", "13800138000");
        values.put("customs_contact_name", "陈桥");
        values.put("customs_contact_mobile", "13800138001");
        values.put("import_export_code", "91440400MA4TEXT1XY");
        return new Answers(
                values,
                Map.of(
                        "investors",
                        List.of(Map.of(
                                "investor_name", "王港",
                                "investor_country", "CHN",
                                "investment_form", "现金",
                                "investment_amount", "500",
                                "investment_currency", "CNY"))));
    }

    /** A credit code with a right check character. */
    private static String creditCode(int number) {
        var alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var code = "91440400MATEST" + String.format("%03d", number);
        code = code.replace('S', 'T');
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += alphabet.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return code + alphabet.charAt((31 - sum % 31) % 31);
    }
}
