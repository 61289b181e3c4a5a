package io.kouan.ceb.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.catalogue.Catalogue;
import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.FindingCode;
import io.kouan.ceb.finding.Language;
import io.kouan.ceb.message.Document;
import io.kouan.ceb.message.Entity;
import io.kouan.ceb.message.MessageWriter;
import io.kouan.ceb.sample.SampleChain;
import io.kouan.ceb.sample.SampleChains;
import io.kouan.ceb.sample.SampleChains.Mode;
import io.kouan.ceb.signature.MessageSigner;
import io.kouan.ceb.signature.TestKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LinterTest {

    private static final SampleChains CHAINS = new SampleChains(7, Instant.parse("2026-11-11T02:00:00Z"));
    private static final SampleChain DIRECT = Stream.iterate(0L, i -> i + 1)
            .map(i -> CHAINS.chain(i, Mode.DIRECT_9610))
            .filter(chain -> chain.order().lines().size() > 1)
            .findFirst()
            .orElseThrow();
    private static final SampleChain BONDED = CHAINS.chain(2, Mode.BONDED_1210);

    private final Linter linter = Linter.standard();

    @ParameterizedTest
    @EnumSource(Mode.class)
    void realisticDocumentsAreClean(Mode mode) {
        for (long i = 0; i < 300; i++) {
            for (var part : CHAINS.chain(i, mode).parts()) {
                assertThat(linter.check(Catalogue.standard().type(part.type()), part.document()))
                        .isEmpty();
            }
        }
    }

    @Test
    void aSignedMessageIsCleanAndItsReportSaysSo() {
        var part = DIRECT.parts().getLast();
        var message = SampleChains.message(
                part.type(), part.sender(), "11111111-2222-3333-4444-555555555555", List.of(part.document()));

        var report = linter.lint(MessageSigner.sign(MessageWriter.write(message), TestKeys.SM2));

        assertThat(report.findings()).isEmpty();
        assertThat(report.isClean()).isTrue();
    }

    @Test
    void allFindingsComeAtOnceInTheOrderOfTheDocument() {
        var part = DIRECT.parts().getFirst();
        var broken = head(
                part.document(),
                head -> head.set("buyerIdNumber", "11010519491231002x")
                        .set("acturalPaid", "1")
                        .set("ebpCode", "12"));
        var message = SampleChains.message(
                part.type(), part.sender(), "11111111-2222-3333-4444-555555555555", List.of(broken));

        var report = linter.lint(MessageWriter.write(message));

        assertThat(report.findings())
                .extracting(Finding::code)
                .containsExactly(
                        ContentCode.ENTERPRISE_CODE_WRONG, RuleCode.PAID_DOES_NOT_ADD_UP, ContentCode.ID_NUMBER_WRONG);
        assertThat(report.findings().getLast().what(Language.EN))
                .contains("1****************x")
                .doesNotContain("11010519");
    }

    @Test
    void theSameGuidOrKeyTwiceInOneMessageIsFound() {
        var part = DIRECT.parts().getFirst();
        var message = SampleChains.message(
                part.type(),
                part.sender(),
                "11111111-2222-3333-4444-555555555555",
                List.of(part.document(), part.document()));

        assertThat(codes(linter.check(message))).contains(ContentCode.GUID_TWICE, ContentCode.KEY_TWICE);
    }

    @Test
    void ruleR110KnowsTheOfficialExample() {
        assertThat(CheckDigits.isIdNumber("11010519491231002X")).isTrue();
        assertThat(CheckDigits.isIdNumber("110105194912310021")).isFalse();
        assertThat(CheckDigits.isIdNumber("11010519491231002x")).isFalse();
        assertThat(CheckDigits.isIdNumber("110105491231002")).isFalse();
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                order("R-010 code table", ContentCode.NOT_IN_CODE_TABLE, head -> head.set("buyerIdType", "7")),
                order("R-010 date", ContentCode.NOT_A_DATE, head -> head.set("appTime", "20261332250000")),
                order(
                        "R-013 guid",
                        ContentCode.GUID_FORM,
                        head -> head.set("guid", "abcdefab-1111-2222-3333-444444444444")),
                order(
                        "R-027 code",
                        ContentCode.ENTERPRISE_CODE_WRONG,
                        head -> head.set("ebcCode", "91440400MAKN00012D")),
                order("R-041", RuleCode.PAID_DOES_NOT_ADD_UP, head -> head.set("acturalPaid", "1.00")),
                order("R-042", RuleCode.GOODS_VALUE_DOES_NOT_ADD_UP, head -> head.set("goodsValue", "1.00")),
                orderLine("R-043", RuleCode.LINE_TOTAL_WRONG, line -> line.set("price", "12345")),
                order("R-044 negative", RuleCode.NEGATIVE_AMOUNT, head -> head.set("freight", "-1")),
                order("R-044 bound", RuleCode.DISCOUNT_TOO_LARGE, head -> head.set("discount", "999999")),
                orderLine("R-045", RuleCode.LINE_NUMBERS_WRONG, line -> line.set("gnum", "7")),
                orderLine(
                        "R-046",
                        RuleCode.FREE_WITHOUT_REASON,
                        line -> line.set("price", "0").set("totalPrice", "0")),
                order("R-048", RuleCode.PAYMENT_HALF_NAMED, head -> head.drop("payName")),
                payment("R-050", RuleCode.NOTHING_PAID, head -> head.set("amountPaid", "0")),
                payment("R-110", ContentCode.ID_NUMBER_WRONG, head -> head.set("payerIdNumber", "440400199001010000")),
                waybill("R-060 packages", RuleCode.NOT_ONE_PACKAGE, head -> head.set("packNo", "2")),
                waybill("R-060 weight", RuleCode.NO_WEIGHT, head -> head.set("weight", "0")),
                waybill("decision 17", ContentCode.MANDATORY_BUT_EMPTY, head -> head.drop("freight")),
                direct("R-070", RuleCode.NOT_ONE_PACKAGE, head -> head.set("packNo", "3")),
                direct("R-071", RuleCode.MODE_NOT_OPEN, head -> head.set("tradeMode", "1239")),
                direct("R-072 missing", RuleCode.DIRECT_FIELD_MISSING, head -> head.drop("billNo")),
                direct("R-072 superfluous", RuleCode.DIRECT_FIELD_SUPERFLUOUS, head -> head.set("emsNo", "T1")),
                bonded("R-073 missing", RuleCode.BONDED_FIELD_MISSING, head -> head.drop("emsNo")),
                bonded("R-073 country", RuleCode.BONDED_NOT_FROM_CHINA, head -> head.set("country", "110")),
                direct("R-075 zero", RuleCode.NO_WEIGHT, head -> head.set("netWeight", "0")),
                direct("R-075 net", RuleCode.NET_ABOVE_GROSS, head -> head.set("netWeight", "999")),
                directLine("R-076 quantity", RuleCode.QUANTITY_NOT_POSITIVE, line -> line.set("qty1", "0")),
                directLine("R-076 pair", RuleCode.SECOND_UNIT_HALF_GIVEN, line -> line.set("unit2", "011")),
                directLine("R-077", RuleCode.SAME_UNIT_OTHER_QUANTITY, line -> line.set("unit", "035")),
                directLine("R-078", RuleCode.STATUTORY_UNIT_WRONG, line -> line.set("unit1", "011")),
                directLine("R-079", RuleCode.NOT_IN_TARIFF, line -> line.set("gcode", "9999999999")),
                directLine("R-080", RuleCode.INVENTORY_LINE_TOTAL_WRONG, line -> line.set("totalPrice", "0.5")),
                directLine("R-081", RuleCode.ORIGIN_CHINA, line -> line.set("country", "142")),
                direct("R-084", RuleCode.GUARANTOR_NOT_A_PARTY, head -> head.set("assureCode", "4404990008")),
                direct("R-113", RuleCode.ABOVE_SINGLE_LIMIT, head -> head.set("freight", "6000")),
                directLine("R-122", RuleCode.MODEL_TOO_POOR, line -> line.set("gmodel", "奶粉")),
                directLine("R-096", RuleCode.INVENTORY_LINE_NUMBERS_WRONG, line -> line.set("gnum", "9")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("broken")
    void eachRuleFindsItsBreach(String rule, FindingCode expected, String type, Document document) {
        assertThat(codes(linter.check(Catalogue.standard().type(type), document)))
                .contains(expected);
    }

    private static Arguments order(String rule, FindingCode code, UnaryOperator<Entity.Builder> edit) {
        return Arguments.of(rule, code, "CEB311", head(DIRECT.order(), edit));
    }

    private static Arguments orderLine(String rule, FindingCode code, UnaryOperator<Entity.Builder> edit) {
        return Arguments.of(rule, code, "CEB311", line(DIRECT.order(), edit));
    }

    private static Arguments payment(String rule, FindingCode code, UnaryOperator<Entity.Builder> edit) {
        return Arguments.of(rule, code, "CEB411", head(DIRECT.payment(), edit));
    }

    private static Arguments waybill(String rule, FindingCode code, UnaryOperator<Entity.Builder> edit) {
        return Arguments.of(rule, code, "CEB511", head(DIRECT.waybill(), edit));
    }

    private static Arguments direct(String rule, FindingCode code, UnaryOperator<Entity.Builder> edit) {
        return Arguments.of(rule, code, "CEB621", head(DIRECT.inventory(), edit));
    }

    private static Arguments directLine(String rule, FindingCode code, UnaryOperator<Entity.Builder> edit) {
        return Arguments.of(rule, code, "CEB621", line(DIRECT.inventory(), edit));
    }

    private static Arguments bonded(String rule, FindingCode code, UnaryOperator<Entity.Builder> edit) {
        return Arguments.of(rule, code, "CEB621", head(BONDED.inventory(), edit));
    }

    private static Document head(Document document, UnaryOperator<Entity.Builder> edit) {
        return new Document(edit.apply(document.head().edit()).build(), document.lines());
    }

    private static Document line(Document document, UnaryOperator<Entity.Builder> edit) {
        var lines = new ArrayList<>(document.lines());
        lines.set(0, edit.apply(lines.getFirst().edit()).build());
        return new Document(document.head(), lines);
    }

    private static List<FindingCode> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }
}
