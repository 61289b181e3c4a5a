package io.kouan.ceb.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.catalogue.Catalogue;
import io.kouan.ceb.catalogue.CodeTable;
import io.kouan.ceb.catalogue.CodeTables;
import io.kouan.ceb.catalogue.EntityType;
import io.kouan.ceb.catalogue.MessageType;
import io.kouan.ceb.finding.ReceiptText.Family;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptCodesTest {

    /** Seen in other people's programs without a text; we do not invent one. */
    private static final Set<String> NEVER_PUBLISHED = Set.of("1371", "1700", "2400");

    @ParameterizedTest
    @ValueSource(strings = {"return-status", "customs-result", "ceb-error", "dxp-error"})
    void everyRowOfTheTablesIsExplained(String table) {
        for (CodeTable.Code row : CodeTables.named(table).all()) {
            assertThat(ReceiptCodes.find(row.code()))
                    .as(row.code())
                    .hasValueSatisfying(text -> assertThat(text.zh().text()).isEqualTo(row.nameZh()));
        }
    }

    @Test
    void everyCodeTellsCauseAndCureInBothLanguages() {
        for (ReceiptText text : ReceiptCodes.all()) {
            for (Language language : Language.values()) {
                var words = text.in(language);
                assertThat(words.cause()).as(text.code()).isNotBlank();
                assertThat(words.cure()).as(text.code()).isNotBlank();
                if (!NEVER_PUBLISHED.contains(text.code())) {
                    assertThat(words.text()).as(text.code()).isNotBlank();
                }
            }
            assertThat(text.zh().cure()).as(text.code()).isNotEqualTo(text.en().cure());
        }
    }

    @Test
    void everyFieldItPointsAtExists() {
        var fields = Catalogue.standard().types().stream()
                .flatMap(ReceiptCodesTest::entities)
                .flatMap(entity -> entity.fields().stream().map(field -> entity.name() + "." + field.name()))
                .collect(Collectors.toUnmodifiableSet());

        for (ReceiptText text : ReceiptCodes.all()) {
            assertThat(fields).as(text.code()).containsAll(text.fields());
        }
    }

    @Test
    void everyReceiptThatAFindingCausesIsExplained() {
        for (FindingText finding : FindingTexts.all()) {
            finding.receipt().ifPresent(receipt -> {
                assertThat(ReceiptCodes.find(receipt.status()))
                        .as(finding.code() + " status " + receipt.status())
                        .isPresent();
                receipt.code()
                        .ifPresent(code -> assertThat(ReceiptCodes.find(code))
                                .as(finding.code() + " code " + code)
                                .hasValueSatisfying(
                                        text -> assertThat(text.returnStatus()).isIn("", receipt.status())));
            });
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100 | [Code:1332;Desc:支付单支付金额与订单支付金额不一致],[OrderHead.acturalPaid:561.89,PaymentHead.amountPaid3197.95] | 1332 100",
                "100 | [Code:13127;Desc:…],[Code:1322;Desc:…],[Code:13127;Desc:…] | 13127 1322 100",
                "2 | 22001:支付企业未备案 | 22001 2",
                "100 | [code:22007;Desc:对应清单已放行] | 22007 100",
                "100 | 收件地址不详 | 100",
                "-621004 | 清单[A1]已经申报过，请勿重复申报 | -621004",
                "-601234 | 验签失败 | -601234",
                "-7 | 未知 | <0",
                "800 | [Code:2600;Desc:放行] | 2600 800",
                "77 | [Code:9;Desc:太短] | ''"
            })
    void explainsOneRecordMostTellingFirst(String status, String info, String expected) {
        assertThat(ReceiptCodes.explain(status, info).stream()
                        .map(ReceiptText::code)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @Test
    void tellsDocumentAndStageOfAnExportCodeThatWasNeverPublished() {
        assertThat(ReceiptCodes.find("-603017")).hasValueSatisfying(text -> {
            assertThat(text.en().text()).isEqualTo("Export inventory: business check failed");
            assertThat(text.zh().text()).isEqualTo("出口清单：业务校验未通过");
        });
        assertThat(ReceiptCodes.find("-609000")).isEmpty();
        assertThat(ReceiptCodes.find("603017")).isEmpty();
    }

    @Test
    void marksTheSandboxsOwnNumbersAsSuch() {
        assertThat(ReceiptCodes.all().stream().filter(text -> text.family() == Family.SANDBOX))
                .isNotEmpty()
                .allSatisfy(text -> {
                    assertThat(text.code()).matches("-?90[0-9]{3}");
                    assertThat(text.zh().text() + text.en().cause()).doesNotContain("{");
                });
    }

    private static Stream<EntityType> entities(MessageType type) {
        return Stream.of(
                        type.transfer(),
                        Optional.of(type.body().head()),
                        type.body().line())
                .flatMap(Optional::stream);
    }
}
