package io.kouan.platform.filing;

import static io.kouan.platform.filing.FilingDesk.agent;
import static io.kouan.platform.filing.FilingDesk.done;
import static io.kouan.platform.filing.FilingDesk.faults;
import static io.kouan.platform.filing.FilingDesk.inspection;
import static io.kouan.platform.filing.FilingDesk.inspectionAnswers;
import static io.kouan.platform.filing.FilingDesk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.documents.Format;
import io.kouan.platform.documents.Printed;
import io.kouan.platform.documents.Prints;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.Desk;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.SlotPapers;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.check.FormCheck;
import io.kouan.platform.forms.check.Surroundings;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Scenarios of the inspection entry, on records in a real database. */
class InspectionFilingTest {

    private final FilingDesk desk = new FilingDesk();
    private final FormCatalogue catalogue = desk.port.bean(FormCatalogue.class);

    @Test
    void h131onlyDraftsAreDeleted() {
        var draft = desk.begin(Entry.INSPECTION);
        var filed = desk.atInspection("480040");

        desk.editing.delete(draft.id(), draft.version(), desk.user);
        assertThat(desk.records.find(draft.id())).isEmpty();
        assertThat(refused(desk.editing.delete(filed.id(), filed.version(), desk.user)))
                .containsExactly("ERR_NOT_DRAFT_DELETE");
        assertThat(desk.records.find(filed.id())).isPresent();
    }

    @Test
    void h132theFormHasEveryLabelOfTheHandbooksScreen() {
        var form = catalogue.form(Entry.INSPECTION.form());

        assertThat(labels("detail")).hasSize(16).contains("组织机构代码结构", "投资来源(国籍)");
        assertThat(labels("emergency")).hasSize(6);
        assertThat(labels("remarks")).containsExactly("备注");
        assertThat(labels("basic"))
                .contains("备案流水号", "企业中文名称", "企业英文名称", "企业备案号", "备案状态", "申报人", "申报日期", "企业类型", "属地检疫检验机构");
        assertThat(form.buttons()).extracting(button -> button.label().zh()).contains("保存", "关闭");
    }

    @Test
    void h133theSerialNumberIsGivenAndTheSystemsFieldsCannotBeTyped() {
        var record = desk.begin(Entry.INSPECTION);
        var typed = new Answers(
                Map.of(
                        "enterprise_filing_no",
                        "4800600001",
                        "declarant",
                        "x",
                        "declare_date",
                        "2026-01-01",
                        "filing_serial_no",
                        "x"),
                Map.of());

        var saved = desk.fill(record, typed);

        assertThat(saved.state()).isEqualTo("DRAFT");
        assertThat(saved.answers().text("filing_serial_no")).matches("LS\\d{18}");
        assertThat(saved.answers().fields()).doesNotContainKeys("enterprise_filing_no", "declarant", "declare_date");
    }

    @Test
    void h134mobilesLandlinesAndMailAddressesAreChecked() {
        var record = desk.begin(Entry.INSPECTION);
        desk.papers(record);
        var wrong = inspectionAnswers("480040")
                .with(Map.of(
                        "emergency_mobile", "12800138000", "emergency_phone", "8125566", "cbec_admin_email", "a@b"));

        assertThat(refused(desk.declare(desk.fill(record, wrong))))
                .containsExactly("ERR_MOBILE", "ERR_LANDLINE", "ERR_EMAIL");
    }

    @Test
    void h136onlyTheFourInspectionOfficesAreOfferedAndTaken() {
        assertThat(catalogue.options("inspection_org").on(LocalDate.of(2026, 11, 23)))
                .extracting(Option::code, option -> option.label().zh())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("480040", "跨境工业区"),
                        org.assertj.core.groups.Tuple.tuple("480100", "斗门"),
                        org.assertj.core.groups.Tuple.tuple("485400", "横琴"),
                        org.assertj.core.groups.Tuple.tuple("485500", "大桥"));
        var record = desk.begin(Entry.INSPECTION);
        desk.papers(record);

        assertThat(refused(desk.declare(desk.fill(record, inspectionAnswers("480000")))))
                .containsExactly("ERR_INSPECTION_ORG");
    }

    @Test
    void h137officesAtDifferentPlacesAreConfirmed() {
        desk.atCustoms("5795");
        var record = desk.begin(Entry.INSPECTION);
        desk.papers(record);
        var filled = desk.fill(record, inspectionAnswers("480100"));

        assertThat(faults(desk.declare(filled))).containsExactly(Fault.warning("inspection_org", "WARN_OFFICE_PAIR"));
        assertThat(done(desk.take(filled, "declare", Decision.plain().confirming(), desk.user))
                        .state())
                .isEqualTo("SUBMITTED");
    }

    @Test
    void officesAtOnePlaceNeedNoConfirmation() {
        desk.atCustoms("5795");

        assertThat(desk.atInspection("485400").state()).isEqualTo("SUBMITTED");
    }

    @Test
    void h138anIncompleteAgentAndARepeatedOneAreNamedByRow() {
        var record = desk.begin(Entry.INSPECTION);
        desk.papers(record);
        var second = new LinkedHashMap<>(agent("4404180DEF"));
        second.remove("agent_name");
        var answers = inspectionAnswers("480040")
                .withRows("agents", List.of(agent("4404160ABC"), second, agent("4404160ABC")));

        assertThat(faults(desk.declare(desk.fill(record, answers))))
                .contains(
                        Fault.at("agents.1.agent_name", "ERR_AGENT_ROW", Map.of("row", "2")),
                        Fault.at("agents.2.agent_no", "ERR_DUPLICATE_ROW", Map.of("row", "3")));
    }

    @Test
    void h139theAgentTableHasTheHandbooksColumns() {
        assertThat(labels("agents"))
                .containsExactly(
                        "代理企业编号",
                        "代理企业名称",
                        "代理企业联系人",
                        "代理企业联系电话",
                        "代理企业法人代表",
                        "代理企业法人代表证件号码",
                        "代理企业组织机构代码",
                        "代理企业邮箱",
                        "代理企业网址",
                        "代理企业地址");
    }

    @Test
    void h140aPlatformEnterpriseNeedsAWebsite() {
        var record = desk.begin(Entry.INSPECTION);
        desk.papers(record);
        var filled = desk.fill(record, inspectionAnswers("480040").with("enterprise_type", "OPERATOR,PLATFORM"));

        assertThat(faults(desk.declare(filled))).containsExactly(Fault.at("websites", "ERR_WEBSITE_REQUIRED"));

        var site = Map.of("site_name", "星海商城", "site_url", "https://shop.example.cn");
        var complete = desk.fill(filled, new Answers(Map.of(), Map.of("websites", List.of(site))));
        assertThat(done(desk.declare(complete)).state()).isEqualTo("SUBMITTED");
    }

    @Test
    void h141theThreePapersAreMandatory() {
        var record = desk.begin(Entry.INSPECTION);
        desk.attach(record, "licence_scan");

        assertThat(faults(desk.declare(desk.fill(record, inspectionAnswers("480040")))))
                .containsExactly(
                        Fault.at("quality_commitment", "ERR_ATTACHMENT_MISSING"),
                        Fault.at("entity_record", "ERR_ATTACHMENT_MISSING"));
    }

    @Test
    void h142besideTheTwoSlotsLieTheTemplateAndAPrefilledPrint() {
        var record = desk.fill(desk.begin(Entry.INSPECTION), inspectionAnswers("480040"));
        var form = catalogue.form(Entry.INSPECTION.form());

        for (var paper : Map.of("quality_commitment", "DOC-09", "entity_record", "DOC-10")
                .entrySet()) {
            var offers = desk.port.beans(SlotPapers.class).stream()
                    .flatMap(room -> room.of(form.slot(paper.getKey()).orElseThrow(), record, desk.user).stream())
                    .toList();
            var prints = "/records/" + record.id() + "/prints/" + paper.getValue();
            assertThat(offers)
                    .extracting(SlotPapers.Offer::address)
                    .contains(prints + "/pdf", prints + "/docx")
                    .anyMatch(address -> address.startsWith("/downloads/"));
        }
        assertThat(print("DOC-10", record))
                .contains("第5项", "珠海", "跨境工业区", "□化妆品", record.answers().text("uscc"))
                .doesNotContain("草稿");
        assertThat(desk.port
                        .bean(Prints.class)
                        .print("DOC-09", record.id(), Format.DOCX, "http://localhost/verify", desk.user))
                .isInstanceOf(Printed.Done.class);
    }

    @Test
    void h143theCommitmentIsPrintedWithThePointsOfItsType() {
        var record = desk.fill(
                desk.begin(Entry.INSPECTION), inspectionAnswers("480040").with("enterprise_type", "OPERATOR"));
        assertThat(print("DOC-09", record))
                .contains("1．遵守检验检疫", "3．建立商品质量管控制度", "6．按监管要求配备设备设施", "法人代表（签字）")
                .doesNotContain("建立入驻商家和商品管理制度");

        var platform = desk.fill(record, new Answers(Map.of("enterprise_type", "PLATFORM"), Map.of()));
        assertThat(print("DOC-09", platform)).contains("3．建立入驻商家和商品管理制度").doesNotContain("建立商品质量管控制度");
    }

    @Test
    void aStrangerPrintsNoCommitment() {
        var record = desk.begin(Entry.INSPECTION);

        assertThat(desk.port
                        .bean(Prints.class)
                        .print("DOC-09", record.id(), Format.PDF, "http://localhost/verify", new FilingDesk().user))
                .isInstanceOf(Printed.Refused.class);
    }

    private String print(String document, FormRecord record) {
        var printed = desk.port
                .bean(Prints.class)
                .print(document, record.id(), Format.PDF, "http://localhost/verify", desk.user);
        assertThat(printed).isInstanceOf(Printed.Done.class);
        var content = ((Printed.Done) printed).content();
        try (var pdf = Loader.loadPDF(content)) {
            Files.createDirectories(Path.of("target/prints"));
            Files.write(Path.of("target/prints", document + ".pdf"), content);
            return new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void h143thePointsOfTheCommitmentDependOnTheType() {
        var form = catalogue.form("quality_commitment");
        var around = Surroundings.on(LocalDate.of(2026, 11, 23));
        var operator = new Answers(Map.of("enterprise_type", "OPERATOR"), Map.of());

        assertThat(asked(form.field("point_goods_control").orElseThrow(), operator, around))
                .contains(true);
        assertThat(asked(form.field("point_platform_control").orElseThrow(), operator, around))
                .isEmpty();
    }

    /** Whether a field has to be answered; empty where it is not there at all. */
    private static Optional<Boolean> asked(Field field, Answers answers, Surroundings around) {
        return FormCheck.isShown(field, answers::text, around)
                ? Optional.of(FormCheck.isRequired(field, answers::text, around))
                : Optional.empty();
    }

    @Test
    void h144aCompleteFilingIsDeclared() {
        var filed = desk.atInspection("480040");

        assertThat(filed.state()).isEqualTo("SUBMITTED");
        assertThat(filed.answers().text("filing_no")).matches("480040\\d{10}");
        assertThat(filed.number()).contains(filed.answers().text("filing_no"));
        assertThat(filed.answers().text("declarant")).isEqualTo("张海");
        assertThat(filed.answers().text("declare_date")).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(desk.told()).containsExactly("N-50");
    }

    @Test
    void h145anUnsealedScanIsReturned() {
        var filed = desk.atInspection("480040");
        var officer = inspection("480040");
        var ticks = desk.ticks(filed, "approve", officer);
        var number = Decision.entering(Map.of("enterprise_filing_no", "4800600001"));

        assertThat(ticks).hasSize(4);
        var unsealed = new java.util.HashSet<>(ticks);
        unsealed.removeIf(tick -> tick.startsWith("sign."));
        assertThat(refused(desk.take(filed, "approve", number.ticking(unsealed), officer)))
                .containsExactly("ERR_CHECKLIST");

        var back = done(desk.take(filed, "return", Decision.because("营业执照扫描件未盖章", "NO_SEAL"), officer));
        assertThat(back.state()).isEqualTo("RETURNED");
        assertThat(desk.records.history(back.id()).getLast().reasons()).containsExactly("NO_SEAL");
        assertThat(desk.told()).containsExactly("N-50", "N-12");
    }

    @Test
    void h146theApprovalEntersTheTenDigits() {
        var filed = desk.atInspection("480040");
        var officer = inspection("480040");
        var ticks = desk.ticks(filed, "approve", officer);

        assertThat(refused(desk.take(filed, "approve", entering("480060001").ticking(ticks), officer)))
                .containsExactly("ERR_INSPECTION_CODE");
        var approved = done(desk.take(filed, "approve", entering("4800600001").ticking(ticks), officer));

        assertThat(approved.state()).isEqualTo("APPROVED");
        assertThat(desk.told()).containsExactly("N-50", "N-51");
        assertThat(desk.profiles.of(desk.enterprise).value("enterprise_filing_no"))
                .isEqualTo("4800600001");
    }

    @Test
    void h147falseInformationVoidsTheFiling() {
        var officer = inspection("480040");
        var filed = desk.atInspection("480040");
        var approved = done(desk.take(
                filed, "approve", entering("4800600001").ticking(desk.ticks(filed, "approve", officer)), officer));
        assertThat(desk.port.bean(Desk.class).queue(officer))
                .extracting(FormRecord::id)
                .doesNotContain(approved.id());
        assertThat(desk.port.bean(Desk.class).settled(officer))
                .extracting(FormRecord::id)
                .contains(approved.id());

        var ended = done(desk.take(approved, "revoke", Decision.because("提供的营业执照信息不实", "False"), officer));

        assertThat(ended.state()).isEqualTo("VOID");
        assertThat(desk.told()).endsWith("N-13");
        assertThat(desk.profiles.of(desk.enterprise).value("enterprise_filing_no"))
                .isEmpty();
        assertThat(refused(desk.take(ended, "revoke", Decision.because("提供的营业执照信息不实", "False"), officer)))
                .containsExactly("ERR_STATE");
    }

    @Test
    void aReviewerOfAnotherInspectionOfficeIsTurnedAway() {
        var filed = desk.atInspection("485500");

        assertThat(refused(desk.take(filed, "approve", entering("4800600001"), inspection("480100"))))
                .containsExactly("ERR_OUT_OF_SCOPE");
        assertThat(refused(desk.take(filed, "approve", entering("4800600001"), FilingDesk.customs("5788"))))
                .containsExactly("ERR_FORBIDDEN");
    }

    private static Decision entering(String number) {
        return Decision.entering(Map.of("enterprise_filing_no", number));
    }

    private List<String> labels(String section) {
        return catalogue.form(Entry.INSPECTION.form()).section(section).orElseThrow().fields().stream()
                .map(field -> field.label().zh())
                .toList();
    }
}
