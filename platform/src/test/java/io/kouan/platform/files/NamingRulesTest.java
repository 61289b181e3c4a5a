package io.kouan.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.forms.definition.FormCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of files as the handbook prescribes them. */
class NamingRulesTest {

    private static final String SEA = "珠海星海跨境电商有限公司";
    private static final String FAR = "珠海远航商贸（横琴）有限公司";

    private final NamingRules rules = NamingRules.read();
    private final NamingRule access = rules.rule("unified_access");

    @Test
    void theExpectedNameCarriesTheEnterpriseAndThePlusSign() {
        assertThat(access.isMetBy("接入申请表.pdf", SEA)).isFalse();
        assertThat(access.expected(SEA)).isEqualTo("珠海星海跨境电商有限公司+跨境电商统一版企业接入申请表.PDF");
        assertThat(rules.rule("dxp_user").expected(SEA)).isEqualTo("珠海星海跨境电商有限公司+电子口岸数据交换平台用户申请表.xls");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "珠海远航商贸(横琴)有限公司跨境电商统一版企业接入申请表.pdf",
                "珠海远航商贸（横琴）有限公司＋跨境电商统一版企业接入申请表.PDF",
                "珠海远航商贸（横琴)有限公司 + 跨境电商统一版企业接入申请表.Pdf",
                "　珠海远航商贸（横琴）有限公司跨境电商统一版企业接入申请表.PDF "
            })
    void h091bracketsPlusSignSpacesAndCaseAreTolerated(String name) {
        assertThat(access.isMetBy(name, FAR)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "珠海远航商贸横琴有限公司+跨境电商统一版企业接入申请表.pdf",
                "珠海星海跨境电商有限公司+跨境电商统一版企业接入申请表.pdf",
                "珠海远航商贸（横琴）有限公司-跨境电商统一版企业接入申请表.pdf",
                "珠海远航商贸（横琴）有限公司+跨境电商统一版企业接入申请表.pdf.pdf",
                "珠海远航商贸（横琴）有限公司+跨境电商统一版企业接入申请表",
                ".pdf",
                ""
            })
    void everythingElseIsNot(String name) {
        assertThat(access.isMetBy(name, FAR)).isFalse();
    }

    @Test
    void h099thePowerOfAttorneyCarriesNoName() {
        var power = rules.rule("power_of_attorney");

        assertThat(power.isMetBy("委托书.PDF", SEA)).isTrue();
        assertThat(power.isMetBy("委托书.pdf", SEA)).isTrue();
        assertThat(power.isMetBy("珠海星海跨境电商有限公司+委托书.PDF", SEA)).isFalse();
        assertThat(power.expected(SEA)).isEqualTo("委托书.PDF");
    }

    @Test
    void anXlsxIsNoXls() {
        var sheet = rules.rule("dxp_user");

        assertThat(sheet.isMetBy("珠海星海跨境电商有限公司+电子口岸数据交换平台用户申请表.XLS", SEA)).isTrue();
        assertThat(sheet.isMetBy("珠海星海跨境电商有限公司+电子口岸数据交换平台用户申请表.xlsx", SEA)).isFalse();
    }

    @Test
    void everySlotThatPrescribesANameHasItsRuleHere() {
        assertThat(FormCatalogue.read(PortProfile.current()).forms().stream()
                        .flatMap(form -> form.attachments().stream())
                        .flatMap(slot -> slot.nameRule().stream()))
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rules.find(rule)).isPresent());
    }
}
