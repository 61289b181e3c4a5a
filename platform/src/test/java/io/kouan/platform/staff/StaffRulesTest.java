package io.kouan.platform.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.check.Fault;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Which roles exclude each other (SOD-06, SOD-07, SOD-08, SOD-09): every pair there is. */
class StaffRulesTest {

    private static final Set<Role> ADMINISTRATORS = EnumSet.of(Role.SYS_ADMIN, Role.SEC_ADMIN, Role.AUDITOR);

    @ParameterizedTest
    @EnumSource
    void sod06anAdministratorHoldsNothingElse(Role other) {
        for (Role administrator : ADMINISTRATORS) {
            if (other != administrator) {
                assertThat(messages(EnumSet.of(administrator, other))).contains("ERR_FORBIDDEN");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {
                "DC_TRANSMISSION",
                "CUS_REG_REVIEWER",
                "CUS_WINDOW_CLERK",
                "CUS_OFFICE_REVIEWER",
                "INSP_ORG_REVIEWER",
                "MOFCOM_REVIEWER"
            })
    void sod08customerServiceHoldsNoRoleOfAnAuthority(Role authority) {
        assertThat(messages(EnumSet.of(Role.CS_AGENT, authority))).contains("ERR_FORBIDDEN");
        assertThat(messages(EnumSet.of(Role.CS_SUPERVISOR, authority))).contains("ERR_FORBIDDEN");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {
                "DECLARANT",
                "ENT_ADMIN",
                "ENT_OPERATOR",
                "ENT_LEGAL",
                "CS_USER",
                "KJ_CUS_USER",
                "KJ_CIQ_USER",
                "VISITOR",
                "SYSTEM"
            })
    void sod09aRoleOfEnterprisesOrOfACardIsNeverGivenToStaff(Role role) {
        assertThat(messages(EnumSet.of(role))).contains("ERR_FORBIDDEN");
    }

    @Test
    void sod07aReviewerOfAnOfficeHasExactlyOneAndNobodyElseHasAny() {
        var reviewer = EnumSet.of(Role.CUS_OFFICE_REVIEWER);

        assertThat(StaffRules.faults(reviewer, "", "")).containsExactly(Fault.at("customs_scope", "ERR_REQUIRED"));
        assertThat(StaffRules.faults(reviewer, "5795", "")).isEmpty();
        assertThat(StaffRules.faults(reviewer, "5795", "480100"))
                .containsExactly(Fault.at("inspection_scope", "ERR_OUT_OF_SCOPE"));
        assertThat(StaffRules.faults(EnumSet.of(Role.INSP_ORG_REVIEWER), "", ""))
                .containsExactly(Fault.at("inspection_scope", "ERR_REQUIRED"));
        assertThat(StaffRules.faults(EnumSet.of(Role.CS_AGENT), "5795", ""))
                .containsExactly(Fault.at("customs_scope", "ERR_OUT_OF_SCOPE"));
    }

    @Test
    void rolesThatGoTogetherMay() {
        assertThat(messages(EnumSet.of(Role.CS_AGENT, Role.CS_SUPERVISOR))).isEmpty();
        assertThat(messages(EnumSet.of(Role.CUS_REG_REVIEWER, Role.CUS_WINDOW_CLERK)))
                .isEmpty();
        assertThat(messages(EnumSet.noneOf(Role.class))).isEmpty();
    }

    private static List<String> messages(Set<Role> roles) {
        var customs = roles.contains(Role.CUS_OFFICE_REVIEWER) ? "5795" : "";
        var inspection = roles.contains(Role.INSP_ORG_REVIEWER) ? "480100" : "";
        return StaffRules.faults(roles, customs, inspection).stream()
                .map(Fault::message)
                .toList();
    }
}
