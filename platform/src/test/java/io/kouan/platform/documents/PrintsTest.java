package io.kouan.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.TestEnterprise;
import io.kouan.platform.TestPort;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.check.Answers;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Scenarios about printed documents, read back from the files. */
class PrintsTest {

    private static final TestPort PORT = TestPort.shared();
    private static final String VERIFY = "http://localhost/verify";

    private final Prints prints = PORT.bean(Prints.class);
    private final PrintedDocuments register = PORT.bean(PrintedDocuments.class);
    private final TestEnterprise company = TestEnterprise.of(PORT);

    @Test
    void h054theChangeIsPrintedOnlyAfterItWasSubmitted() {
        company.registration();
        company.customsCode();
        var change = company.change();

        assertThat(refused(print("DOC-01", change, company.legal()))).isEqualTo("ERR_PRINT_BEFORE_SUBMIT");

        TestEnterprise.done(company.take(change, "submit", Decision.plain(), company.legal()));
        var print = done(print("DOC-01", change, company.legal()));
        assertThat(PdfPages.text(print.content()))
                .contains("报关单位情况登记表")
                .contains("电子商务企业、电子商务交易平台")
                .contains("http://www.example.com")
                .contains("法定代表人（负责人）签字")
                .contains("（单位公章）")
                .contains("440402197203150016")
                .contains("王港")
                .contains(new CheckCode(print.print().code()).spaced())
                .contains(change.number().orElseThrow())
                .contains("第1页共")
                .doesNotContain("草稿");
    }

    @Test
    void h055theChangeIsPrintedBeforeAnybodyApprovedIt() {
        company.registration();
        company.customsCode();
        var change = TestEnterprise.done(company.take(company.change(), "submit", Decision.plain(), company.legal()));

        assertThat(change.state()).isEqualTo("SUBMITTED");
        assertThat(print("DOC-01", change, company.admin())).isInstanceOf(Printed.Done.class);
    }

    @Test
    void anEnterpriseThatWasRegisteredElsewherePrintsWhatItsProfileKnows() {
        var code = company.customsCode();
        var change = TestEnterprise.done(company.take(company.change(), "submit", Decision.plain(), company.legal()));

        assertThat(PdfPages.text(done(print("DOC-01", change, company.legal())).content()))
                .contains(code)
                .contains(company.name())
                .contains("http://www.example.com");
    }

    @Test
    void theTradeFilingIsPrintedWithItsUndertakingAndItsNumber() {
        var filed = company.tradeFiling();
        assertThat(PdfPages.text(done(print("DOC-02", filed, company.admin())).content()))
                .contains("对外贸易经营者备案申请表")
                .contains(company.name())
                .contains("遵守《中华人民共和国对外贸易法》")
                .contains("法定代表人签字")
                .contains("（公章）");

        var approved = TestEnterprise.done(company.take(
                filed,
                "approve",
                Decision.entering(Map.of("record_no", "03512345")),
                TestEnterprise.officer("commerce", Role.MOFCOM_REVIEWER)));
        assertThat(PdfPages.text(
                        done(print("DOC-02", approved, company.admin())).content()))
                .contains("03512345")
                .contains(company.creditCode());
    }

    @Test
    void aDraftIsNotPrintedAndAChangedReturnIsMarked() {
        var draft = company.begin("foreign_trade_operator", company.admin());
        assertThat(refused(print("DOC-02", draft, company.admin()))).isEqualTo("ERR_STATE");

        var filed = company.tradeFiling();
        var back = TestEnterprise.done(company.take(
                filed,
                "return",
                Decision.because("联系电话有误，请核对", "MISMATCH"),
                TestEnterprise.officer("commerce", Role.MOFCOM_REVIEWER)));
        assertThat(done(print("DOC-02", back, company.admin())).print().draft()).isFalse();

        var changed = company.fill(back, new Answers(Map.of("phone", "0756-2538393"), Map.of()), company.admin());
        var print = done(print("DOC-02", changed, company.admin()));
        assertThat(print.print().draft()).isTrue();
        assertThat(PdfPages.text(print.content())).contains("草稿").contains("0756-2538393");
    }

    @Test
    void onlyTheEnterpriseAndWhoDecidesGetThePrint() {
        var filed = company.tradeFiling();
        var stranger = TestEnterprise.of(PORT).admin();
        var registrar = TestEnterprise.officer("registrar", Role.CUS_REG_REVIEWER);
        var clerk = new Actor("cs", "客服", OptionalLong.of(company.id()), Set.of(Role.CS_USER), "none");

        assertThat(refused(print("DOC-02", filed, stranger))).isEqualTo("ERR_FORBIDDEN");
        assertThat(refused(print("DOC-02", filed, registrar))).isEqualTo("ERR_FORBIDDEN");
        assertThat(refused(print("DOC-02", filed, clerk))).isEqualTo("ERR_FORBIDDEN");
        var commerce = TestEnterprise.officer("commerce", Role.MOFCOM_REVIEWER);
        assertThat(PdfPages.text(done(print("DOC-02", filed, commerce)).content()))
                .contains("440402197203150016");
    }

    @Test
    void onceACaseIsClosedOfficersPrintItMasked() {
        var approved = company.approvedTradeFiling();
        var commerce = TestEnterprise.officer("commerce", Role.MOFCOM_REVIEWER);

        assertThat(PdfPages.text(done(print("DOC-02", approved, commerce)).content()))
                .contains("03512345")
                .doesNotContain("440402197203150016");
        assertThat(PdfPages.text(
                        done(print("DOC-02", approved, company.admin())).content()))
                .contains("440402197203150016");
    }

    @Test
    void everyPrintIsRegisteredAndAudited() {
        var filed = company.tradeFiling();
        var first = done(print("DOC-02", filed, company.admin())).print();
        var second = done(print("DOC-02", filed, company.admin())).print();

        assertThat(first.code()).isNotEqualTo(second.code());
        assertThat(register.find(first.code())).contains(first);
        assertThat(register.newest(company.id(), "DOC-02")).contains(second);
        assertThat(PORT.count(
                        "audit_entry",
                        "action = 'print' and object = ? and content like ?",
                        filed.number().orElseThrow(),
                        "%" + first.code() + "%"))
                .isOne();
    }

    @Test
    void aLongTableGoesOnOverPagesUnderItsHead() {
        var filed = company.registration();
        var back = TestEnterprise.done(company.take(
                filed,
                "return",
                Decision.because("请补充出资者", "INCOMPLETE"),
                TestEnterprise.officer("registrar", Role.CUS_REG_REVIEWER)));
        var investors = IntStream.rangeClosed(1, 50)
                .mapToObj(number -> Map.of(
                        "investor_name", "珠海横琴投资合伙企业（有限合伙）第" + number + "期",
                        "investor_country", "CHN",
                        "investment_form", "现金",
                        "investment_amount", Integer.toString(number),
                        "investment_currency", "CNY"))
                .toList();
        var filled = company.fill(back, new Answers(Map.of(), Map.of("investors", investors)), company.admin());
        var print = done(print("DOC-01", filled, company.admin()));
        PdfPages.draw("DOC-01-long", print.content());

        var text = PdfPages.text(print.content());
        assertThat(PdfPages.count(print.content())).isGreaterThanOrEqualTo(3);
        assertThat(text.split("出资者名称", -1).length - 1).isGreaterThanOrEqualTo(2);
        assertThat(text).contains("第50期");
    }

    @Test
    void theSameSheetIsTheSameFileWithItsFontsInside() throws IOException {
        var sheet = new Sheet(
                "试样",
                1,
                "SW20261125000001",
                "23456789ABCDEFGH",
                VERIFY,
                java.time.Instant.parse("2026-11-25T08:00:00Z"),
                false,
                List.of(new Block.Paragraph("一二三四，人大小口，龘", true)));
        var pdf = PdfWriter.write(sheet);

        assertThat(PdfWriter.write(sheet)).isEqualTo(pdf);
        assertThat(PdfPages.text(pdf)).contains("一二三四，人大小口，龘");
        try (var document = Loader.loadPDF(pdf)) {
            var resources = document.getPage(0).getResources();
            assertThat(resources.getFontNames()).isNotEmpty().allMatch(name -> {
                try {
                    return resources.getFont(name).isEmbedded();
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
        }
        assertThat(pdf.length).isLessThan(200_000);
    }

    @Test
    void h175aPrintIsVerifiedByItsCodeAndAChangedCodeIsUnknown() {
        var print =
                done(print("DOC-02", company.tradeFiling(), company.admin())).print();
        var code = print.code();
        var changed = code.substring(0, 15) + (code.endsWith("A") ? "B" : "A");

        assertThat(verify(new CheckCode(code).spaced().toLowerCase(java.util.Locale.ROOT)))
                .contains(company.name(), "对外贸易经营者备案申请表", print.number(), "该文书由本平台打印");
        assertThat(verify(changed)).contains("没有这个核验码").doesNotContain(company.name());
        assertThat(verify("<script>alert(1)</script>")).contains("没有这个核验码").doesNotContain("<script>alert");
    }

    @Test
    void whoeverGuessesCodesWaits() {
        var print =
                done(print("DOC-02", company.tradeFiling(), company.admin())).print();
        try {
            for (int i = 0; i < VerificationFailures.MOST; i++) {
                verify("23456789ABCDEFGH");
            }
            assertThat(verify(print.code())).contains("查询次数过多").doesNotContain(company.name());
        } finally {
            PORT.db().sql("delete from verification_failure").update();
        }
    }

    @Test
    void aForgedHostHeaderNeverReachesTheQrCode() {
        var record = company.tradeFiling();
        var request = new MockHttpServletRequest("POST", "/records/1/prints/DOC-02/pdf");
        request.setServerName("evil.example");
        request.addHeader("Host", "evil.example");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            var answer = (ResponseEntity<?>)
                    PORT.bean(PrintPages.class).print(company.admin(), record.id(), "DOC-02", "pdf");

            var code = register.newest(company.id(), "DOC-02").orElseThrow().code();
            assertThat(PdfPages.qrCode((byte[]) answer.getBody()))
                    .isEqualTo("http://localhost:" + PORT.port() + "/verify?code=" + code);
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    @Test
    void theFormOfCustomsIsCalledAsTheSwitchSays() {
        company.registration();
        company.customsCode();
        var change = TestEnterprise.done(company.take(company.change(), "submit", Decision.plain(), company.legal()));
        PORT.db()
                .sql(
                        "insert into switch_value (key, value, set_at) values ('document.customs_form.title', '报关单位备案信息表', now())")
                .update();
        try {
            var print = done(print("DOC-01", change, company.legal()));

            assertThat(PdfPages.text(print.content())).contains("报关单位备案信息表").doesNotContain("报关单位情况登记表");
            assertThat(print.fileName()).startsWith("报关单位备案信息表");
            assertThat(verify(print.print().code())).contains("报关单位备案信息表");
            assertThat(prints.offers(change, company.legal()))
                    .extracting(offer -> offer.title().zh())
                    .contains("报关单位备案信息表");
        } finally {
            PORT.db()
                    .sql("delete from switch_value where key = 'document.customs_form.title'")
                    .update();
        }
    }

    private static String verify(String code) {
        var address = "http://localhost:" + PORT.port() + "/verify?code="
                + java.net.URLEncoder.encode(code, java.nio.charset.StandardCharsets.UTF_8);
        return PORT.exchange(java.net.http.HttpRequest.newBuilder(java.net.URI.create(address))
                        .build())
                .body();
    }

    private Printed print(String document, FormRecord record, Actor actor) {
        var printed = prints.print(document, record.id(), Format.PDF, VERIFY, actor);
        if (printed instanceof Printed.Done done) {
            PdfPages.draw(document + "-" + record.form(), done.content());
        }
        return printed;
    }

    private static Printed.Done done(Printed printed) {
        assertThat(printed).isInstanceOf(Printed.Done.class);
        return (Printed.Done) printed;
    }

    private static String refused(Printed printed) {
        assertThat(printed).isInstanceOf(Printed.Refused.class);
        return ((Printed.Refused) printed).fault().message();
    }
}
