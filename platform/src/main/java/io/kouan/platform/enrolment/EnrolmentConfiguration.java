package io.kouan.platform.enrolment;

import io.kouan.platform.accounts.Right;
import io.kouan.platform.accounts.Workplace;
import io.kouan.platform.forms.ProceduralRule;
import io.kouan.platform.forms.Situation;
import io.kouan.platform.forms.check.Fault;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules of the enrolment, under the ids that its form gives them, and where its people find it. */
@Configuration(proxyBeanMethods = false)
class EnrolmentConfiguration {

    @Bean
    Workplace enrolmentPlace() {
        return new Workplace("/forms/" + Enrolments.FORM, "enrolment.nav", "tickets", Right.CREATE, 23);
    }

    @Bean
    ProceduralRule enrolmentAfterLocalFiling() {
        return ProceduralRule.first(Enrolments.FORM, "HAS_DXP", EnrolmentConfiguration::hasDxp);
    }

    @Bean
    ProceduralRule enrolmentTestsPassed(Enrolments enrolments) {
        return ProceduralRule.of(Enrolments.FORM, "TESTS_PASSED", situation -> testsPassed(enrolments, situation));
    }

    /** HAS_DXP: the DXP ID is what the local filing ends with. */
    private static List<Fault> hasDxp(Situation situation) {
        boolean asked = situation.is("begin", "submit");
        boolean missing =
                situation.around().profile().getOrDefault("dxp_id", "").isEmpty();
        return asked && missing ? List.of(Fault.at("dxp_id", "ERR_LOCAL_FILING_FIRST")) : List.of();
    }

    /** TESTS_PASSED: nobody goes live before all four test cases were shown (H-170), and nobody but the machine says so. */
    private static List<Fault> testsPassed(Enrolments enrolments, Situation situation) {
        boolean asked = situation.is("pass_test", "go_live");
        return asked && !enrolments.hasPassed(situation.record()) ? List.of(Fault.at("", "ERR_API_TEST")) : List.of();
    }
}
