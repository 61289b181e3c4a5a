package io.kouan.platform.handin;

import static io.kouan.platform.TestEnterprise.done;
import static io.kouan.platform.TestEnterprise.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.documents.Format;
import io.kouan.platform.documents.Printed;
import io.kouan.platform.documents.Prints;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.port.WorkingCalendar;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** The papers of section two, as the enterprise prepares and prints them. */
class PapersTest extends HandInFixture {

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
    void anEnterpriseTicksNothingItself() {
        var record = company.begin(FORM, company.admin());
        var filled = company.fill(
                record, new Answers(Map.of(), Map.of("papers", List.of(Map.of("seal_ok", "true")))), company.admin());

        assertThat(filled.answers().rows("papers")).hasSize(4).noneMatch(row -> row.containsKey("seal_ok"));
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

    @Test
    void h064placeAndPhoneStandOnThePage() {
        assertThat(PortProfile.current().contactsAt(FORM)).singleElement().satisfies(contact -> {
            assertThat(contact.nameZh()).isEqualTo("珠海行政服务中心二楼海关窗口");
            assertThat(contact.phone().zh()).isEqualTo("0756-2538065");
        });
    }

    private static Answers visit(LocalDate day) {
        return new Answers(Map.of("visit_date", day.toString()), Map.of());
    }
}
