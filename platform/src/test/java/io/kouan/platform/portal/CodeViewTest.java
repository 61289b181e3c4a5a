package io.kouan.platform.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.finding.FindingTexts;
import io.kouan.ceb.finding.Language;
import io.kouan.ceb.finding.ReceiptCodes;
import io.kouan.ceb.finding.ReceiptText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodeViewTest {

    @Test
    void aReturnNamesItsCodesWithCauseCureAndTheFindingsThatLeadThere() {
        var codes = codes(100, "[Code:1332;Desc:支付金额不符]");

        assertThat(codes).singleElement().satisfies(code -> {
            assertThat(code.code()).isEqualTo("1332");
            assertThat(code.cause()).isNotBlank();
            assertThat(code.cure()).isNotBlank();
            assertThat(code.findings()).isNotEmpty();
        });
    }

    @Test
    void aReturnWithoutCodeIsExplainedByItsStatus() {
        assertThat(codes(100, "其他原因")).map(CodeView::code).containsExactly("100");
    }

    @Test
    void aStateThatIsWellNeedsNoExplanation() {
        assertThat(codes(120, "[Code:2600;Desc:放行]")).extracting(CodeView::code).doesNotContain("120");
        assertThat(codes(800, "放行")).isEmpty();
    }

    @Test
    void aProcessingFailureIsExplainedByItsNegativeStatusEvenWhereOnlyItsBlockIsKnown() {
        assertThat(codes(-301001, ""))
                .singleElement()
                .satisfies(code -> assertThat(code.fields()).contains("OrderList.gnum"));
        assertThat(codes(-303999, "")).map(CodeView::code).containsExactly("-303999");
    }

    @Test
    void anAnswerOfTheNetworkIsExplained() {
        assertThat(CodeView.ofNetwork("1001", Language.EN))
                .singleElement()
                .satisfies(code -> assertThat(code.cure()).contains("sign again"));
    }

    @ParameterizedTest
    @EnumSource
    void theReferenceShowsTheWholeCatalogue(Language language) {
        assertThat(CodeView.all(language))
                .map(CodeView::code)
                .containsExactlyElementsOf(
                        ReceiptCodes.all().stream().map(ReceiptText::code).toList());
    }

    @Test
    void everyCodeThatAFindingCarriesLeadsBackToThatFinding() {
        var all = CodeView.all(Language.ZH);

        FindingTexts.all()
                .forEach(finding -> finding.receipt()
                        .flatMap(receipt -> receipt.code())
                        .ifPresent(number -> assertThat(all)
                                .filteredOn(code -> code.code().equals(number))
                                .flatExtracting(CodeView::findings)
                                .extracting(FindingCodeView::code)
                                .as(number)
                                .contains(finding.code())));
    }

    private static List<CodeView> codes(int status, String text) {
        return CodeView.in(text, StatusView.of(status, Language.ZH), Language.ZH);
    }
}
