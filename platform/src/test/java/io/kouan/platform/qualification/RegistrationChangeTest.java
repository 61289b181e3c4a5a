package io.kouan.platform.qualification;

import static io.kouan.platform.TestEnterprise.done;
import static io.kouan.platform.TestEnterprise.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.check.Answers;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The change of the registration (注册信息变更申请): who may begin it, what it names, when it is approved. */
class RegistrationChangeTest extends SectionOneFixture {

    @Test
    void h051theChangeOfRegistrationNeedsTheLegalPersonsCard() {
        assertThat(refused(editing.begin("customs_registration_change", admin))).containsExactly("ERR_CARD_REQUIRED");
        var operator = new Actor("op", "操作员", OptionalLong.of(enterprise), Set.of(Role.ENT_OPERATOR), "operator");
        assertThat(refused(editing.begin("customs_registration_change", operator)))
                .containsExactly("ERR_CARD_REQUIRED");
    }

    @Test
    void h052theChangeNamesTypeAndWebsite() {
        profiles.enterCustomsCode(enterprise, "440416" + String.format("%04d", 5000 + enterprise % 5000));
        var legal = company.legal();
        var record = done(editing.begin("customs_registration_change", legal));

        assertThat(refused(steps.take(record.id(), record.version(), "submit", Decision.plain(), legal)))
                .contains("ERR_CBEC_TYPE_REQUIRED", "ERR_WEBSITE_REQUIRED");

        var filled = done(editing.save(
                record.id(),
                record.version(),
                new Answers(Map.of("cbec_types", "EC,EP", "company_website", "www.example.com"), Map.of()),
                Optional.empty(),
                legal));
        assertThat(filled.answers().text("company_website")).isEqualTo("http://www.example.com");
        assertThat(done(steps.take(filled.id(), filled.version(), "submit", Decision.plain(), legal))
                        .state())
                .isEqualTo("SUBMITTED");
    }

    @Test
    void h063aChangeIsApprovedOnlyAfterThePapersWereAccepted() {
        profiles.enterCustomsCode(enterprise, "440416" + String.format("%04d", 5000 + enterprise % 5000));
        var legal = company.legal();
        var begun = done(editing.begin("customs_registration_change", legal));
        var filled = done(editing.save(
                begun.id(),
                begun.version(),
                new Answers(Map.of("cbec_types", "EC", "company_website", "www.example.com"), Map.of()),
                Optional.empty(),
                legal));
        var filed = done(steps.take(filled.id(), filled.version(), "submit", Decision.plain(), legal));

        assertThat(refused(steps.take(filed.id(), filed.version(), "approve", Decision.plain(), REGISTRAR)))
                .containsExactly("ERR_STATE");
        assertThat(state(filed)).isEqualTo("SUBMITTED");
    }
}
