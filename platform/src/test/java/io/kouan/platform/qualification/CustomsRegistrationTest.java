package io.kouan.platform.qualification;

import static io.kouan.platform.TestEnterprise.done;
import static io.kouan.platform.TestEnterprise.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.sample.SampleEnterprise;
import io.kouan.platform.TestEnterprise;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.check.Answers;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The registration with customs (企业注册登记) and the code that it gives. */
class CustomsRegistrationTest extends SectionOneFixture {

    @Test
    void h035theRegistrationNeedsTheTradeFilingUnlessTheUnitIsABroker() {
        var record = fill(begin("customs_registration"), TestEnterprise.registered());

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
        var filed = declare(begin("customs_registration"), TestEnterprise.registered());
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
                TestEnterprise.registered().with("economic_zone", zone).with("business_class", ownership));

        assertThat(refused(steps.take(
                        filed.id(),
                        filed.version(),
                        "approve",
                        Decision.entering(Map.of("customs_code", taken)),
                        REGISTRAR)))
                .containsExactly("ERR_CUSTOMS_CODE_TAKEN");
    }
}
