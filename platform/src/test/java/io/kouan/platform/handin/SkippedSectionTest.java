package io.kouan.platform.handin;

import static io.kouan.platform.TestEnterprise.done;
import static io.kouan.platform.TestEnterprise.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.TestEnterprise;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.forms.Decision;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Agent enterprises skip section two (代理企业), others do not. */
class SkippedSectionTest extends HandInFixture {

    @Test
    void h048aBrokerThatIsAnAgentEnterpriseSkipsTheSection() {
        var agent = TestEnterprise.agent(PORT);
        PORT.bean(EnterpriseProfiles.class).remember(agent.id(), Map.of("unit_type", "BROKER"));

        var skipped = done(agent.take(agent.begin(FORM, agent.admin()), "skip", Decision.plain(), agent.admin()));

        assertThat(skipped.state()).isEqualTo("SKIPPED");
        assertThat(access.isBehind(agent.id())).isTrue();
    }

    @Test
    void h049anAgentEnterpriseProvesWhatItSays() {
        var agent = TestEnterprise.agent(PORT);
        PORT.bean(EnterpriseProfiles.class).remember(agent.id(), Map.of("unit_type", "CONSIGNEE"));
        var record = agent.begin(FORM, agent.admin());

        assertThat(refused(agent.take(record, "skip", Decision.plain(), agent.admin())))
                .containsExactly("ERR_AGENT_EVIDENCE");

        agent.attach(record, "agent_proof", agent.admin());
        assertThat(done(agent.take(record, "skip", Decision.plain(), agent.admin()))
                        .state())
                .isEqualTo("SKIPPED");
    }

    @Test
    void h050aNormalEnterpriseCannotSkip() {
        var record = company.begin(FORM, company.admin());
        company.attach(record, "agent_proof", company.admin());

        assertThat(refused(company.take(record, "skip", Decision.plain(), company.admin())))
                .containsExactly("ERR_AGENT_EVIDENCE");
        assertThat(access.isBehind(company.id())).isFalse();
    }
}
