package io.kouan.platform.handin;

import static io.kouan.platform.TestEnterprise.done;
import static io.kouan.platform.TestEnterprise.officer;
import static io.kouan.platform.TestEnterprise.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.TestEnterprise;
import io.kouan.platform.TestPort;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.documents.Format;
import io.kouan.platform.documents.Printed;
import io.kouan.platform.documents.Prints;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormEditing;
import io.kouan.platform.forms.FormEvent;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.port.WorkingCalendar;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** Scenarios of section two: papers prepared, handed in, accepted; the permission opened. */
class HandInTest {

    private static final TestPort PORT = TestPort.shared();
    private static final String FORM = "unified_access_handin";
    private static final Actor CLERK = officer("clerk", Role.CUS_WINDOW_CLERK);
    private static final Actor REGISTRAR = officer("registrar", Role.CUS_REG_REVIEWER);

    private final FormRecords records = PORT.bean(FormRecords.class);
    private final UnifiedAccess access = PORT.bean(UnifiedAccess.class);
    private final TestEnterprise company = TestEnterprise.of(PORT);

    @Test
    void h048aBrokerThatIsAnAgentEnterpriseSkipsTheSection() {
        var agent = TestEnterprise.agent(PORT);
        PORT.bean(EnterpriseProfiles.class).remember(agent.id(), Map.of("unit_type", "BROKER"));

        var skipped = done(agent.take(agent.begin(FORM, agent.admin()), "skip", Decision.plain(), agent.admin()));

        assertThat(skipped.state()).isEqualTo("SKIPPED");
        assertThat(access.isBehind(agent.id())).isTrue();
    }

    @Test
    void h049anAgentEnterpriseProvesWhatItSays() {
        var agent = TestEnterprise.agent(PORT);
        PORT.bean(EnterpriseProfiles.class).remember(agent.id(), Map.of("unit_type", "CONSIGNEE"));
        var record = agent.begin(FORM, agent.admin());

        assertThat(refused(agent.take(record, "skip", Decision.plain(), agent.admin())))
                .containsExactly("ERR_AGENT_EVIDENCE");

        agent.attach(record, "agent_proof", agent.admin());
        assertThat(done(agent.take(record, "skip", Decision.plain(), agent.admin()))
                        .state())
                .isEqualTo("SKIPPED");
    }

    @Test
    void h050aNormalEnterpriseCannotSkip() {
        var record = company.begin(FORM, company.admin());
        company.attach(record, "agent_proof", company.admin());

        assertThat(refused(company.take(record, "skip", Decision.plain(), company.admin())))
                .containsExactly("ERR_AGENT_EVIDENCE");
        assertThat(access.isBehind(company.id())).isFalse();
    }

    @Test
    void theFilingAsAForeignTradeOperatorIsNotAskedForWhereAdministratorsSwitchedItOff() {
        company.customsCode();
        var record = company.fill(company.begin(FORM, company.admin()), letter(), company.admin());
        PORT.db()
                .sql(
                        "insert into switch_value (key, value, set_at) values ('qualification.fto.enabled', 'false', now())")
                .update();
        try {
            assertThat(refused(company.take(record, "ready", Decision.plain(), company.admin())))
                    .doesNotContain("ERR_NO_FTO");
        } finally {
            PORT.db()
                    .sql("delete from switch_value where key = 'qualification.fto.enabled'")
                    .update();
        }
    }

    @Test
    void thePapersAreReadyOnceTheChangeIsSubmittedAndPrintedAndAFilingIsThere() {
        company.customsCode();
        var record = company.fill(company.begin(FORM, company.admin()), letter(), company.admin());
        assertThat(refused(company.take(record, "ready", Decision.plain(), company.admin())))
                .contains("ERR_PRINT_BEFORE_SUBMIT", "ERR_NO_FTO");

        company.approvedTradeFiling();
        var change = done(company.take(company.change(), "submit", Decision.plain(), company.legal()));
        assertThat(refused(company.take(record, "ready", Decision.plain(), company.admin())))
                .containsExactly("ERR_PRINT_BEFORE_SUBMIT");

        print("DOC-01", change);
        assertThat(done(company.take(record, "ready", Decision.plain(), company.admin()))
                        .state())
                .isEqualTo("READY");
    }

    @Test
    void h056theLetterNamesTheEnterpriseAndWhatItAppliesFor() throws IOException {
        var code = company.customsCode();
        var record = company.fill(company.begin(FORM, company.admin()), letter(), company.admin());

        assertThat(text(print("DOC-03", record)))
                .contains("申请书", "拱北海关：", company.name(), code)
                .contains("申请在珠海开展跨境电子商务进出口业务")
                .contains("进口、出口", "法人签名", "（公章）", "年月日");
        var word = PORT.bean(Prints.class)
                .print("DOC-03", record.id(), Format.DOCX, "http://localhost/verify", company.admin());
        var file = ((Printed.Done) word).content();
        Files.createDirectories(Path.of("target/prints"));
        Files.write(Path.of("target/prints/DOC-03.docx"), file);
        try (var document = new XWPFDocument(new ByteArrayInputStream(file));
                var words = new XWPFWordExtractor(document)) {
            assertThat(words.getText())
                    .contains("拱北海关：", company.name(), code, "申请在珠海开展跨境电子商务进出口业务", "法人签名", "（公章）")
                    .contains("核验码");
        }
    }

    @Test
    void h057theTradeFilingIsPrintedForTheHandIn() {
        var record = company.begin(FORM, company.admin());
        var refusal = PORT.bean(Prints.class)
                .print("DOC-02", record.id(), Format.PDF, "http://localhost/verify", company.admin());
        assertThat(refusal)
                .isInstanceOfSatisfying(
                        Printed.Refused.class,
                        refused -> assertThat(refused.fault().message()).isEqualTo("ERR_NO_FTO"));

        company.approvedTradeFiling();
        assertThat(text(print("DOC-02", record))).contains("03512345", company.name(), "跨境电子商务");
    }

    @Test
    void aFilingThatWasMadeElsewhereIsPrintedFromTheProfile() {
        var record = company.begin(FORM, company.admin());
        PORT.bean(EnterpriseProfiles.class)
                .remember(
                        company.id(), Map.of("import_export_code", company.creditCode(), "fto_record_no", "03598765"));

        assertThat(text(print("DOC-02", record))).contains("03598765", company.creditCode(), company.name());
    }

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
    void anEnterpriseTicksNothingItself() {
        var record = company.begin(FORM, company.admin());
        var filled = company.fill(
                record, new Answers(Map.of(), Map.of("papers", List.of(Map.of("seal_ok", "true")))), company.admin());

        assertThat(filled.answers().rows("papers")).hasSize(4).noneMatch(row -> row.containsKey("seal_ok"));
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
    void h064placeAndPhoneStandOnThePage() {
        assertThat(PortProfile.current().contactsAt(FORM)).singleElement().satisfies(contact -> {
            assertThat(contact.nameZh()).isEqualTo("珠海行政服务中心二楼海关窗口");
            assertThat(contact.phone().zh()).isEqualTo("0756-2538065");
        });
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

    @Test
    void aVisitIsOnAWorkingDay() {
        company.customsCode();
        company.approvedTradeFiling();
        print("DOC-01", done(company.take(company.change(), "submit", Decision.plain(), company.legal())));
        var today = LocalDate.ofInstant(PORT.bean(Clock.class).instant(), ZoneId.of("Asia/Shanghai"));
        var calendar = WorkingCalendar.published();
        var off = IntStream.range(1, 30).mapToObj(today::plusDays).filter(day -> !calendar.isWorkingDay(day));
        var working = IntStream.range(1, 30).mapToObj(today::plusDays).filter(calendar::isWorkingDay);
        var record = company.fill(company.begin(FORM, company.admin()), letter(), company.admin());

        var holiday = company.fill(record, visit(off.findFirst().orElseThrow()), company.admin());
        assertThat(refused(company.take(holiday, "ready", Decision.plain(), company.admin())))
                .containsExactly("ERR_VISIT_DAY");
        var late = company.fill(holiday, visit(today.plusDays(90)), company.admin());
        assertThat(refused(company.take(late, "ready", Decision.plain(), company.admin())))
                .containsExactly("ERR_VISIT_DAY");
        var right = company.fill(late, visit(working.findFirst().orElseThrow()), company.admin());
        assertThat(done(company.take(right, "ready", Decision.plain(), company.admin()))
                        .state())
                .isEqualTo("READY");
    }

    private static Answers visit(LocalDate day) {
        return new Answers(Map.of("visit_date", day.toString()), Map.of());
    }

    private FormRecord received() {
        return done(PORT.bean(FormEditing.class).beginAtDesk(FORM, "walk_in", company.id(), CLERK));
    }

    private static Answers letter() {
        return new Answers(
                Map.of("directions", "I,E", "contact_name", "陈桥", "contact_mobile", "13800138001"), Map.of());
    }

    /** Everything ticked that has to be. */
    private static Map<String, String> complete() {
        var ticks = new HashMap<String, String>();
        for (int row = 0; row < 4; row++) {
            ticks.put("papers." + row + ".seal_ok", "true");
        }
        ticks.put("papers.0.signature_ok", "true");
        ticks.put("papers.2.signature_ok", "true");
        ticks.put("papers.3.original_checked", "true");
        return ticks;
    }

    private byte[] print(String document, FormRecord record) {
        var printed = PORT.bean(Prints.class)
                .print(document, record.id(), Format.PDF, "http://localhost/verify", company.legal());
        assertThat(printed).isInstanceOf(Printed.Done.class);
        keep(document + "-" + record.state(), ((Printed.Done) printed).content());
        return ((Printed.Done) printed).content();
    }

    /** Leaves the print in {@code target/prints}, to be looked at. */
    private static void keep(String name, byte[] pdf) {
        try {
            Files.write(Files.createDirectories(Path.of("target/prints")).resolve(name + ".pdf"), pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
