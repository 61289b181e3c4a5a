package io.kouan.platform.identity;

import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.DeskDeed;
import io.kouan.platform.forms.check.Fault;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Customs confirms the customs code that an enterprise said it has (海关编码核验). */
@Component
class ClaimDeed implements DeskDeed {

    private final EnterpriseProfiles enterprises;
    private final Claims claims;

    ClaimDeed(EnterpriseProfiles enterprises, Claims claims) {
        this.enterprises = enterprises;
        this.claims = claims;
    }

    @Override
    public String step() {
        return "A3";
    }

    @Override
    public Optional<Waiting> waiting(long enterprise, Officers officers) {
        var profile = enterprises.of(enterprise);
        return profile.customsCode()
                .filter(code -> !profile.codeVerified())
                .flatMap(code -> officers.one(Role.CUS_REG_REVIEWER)
                        .map(officer -> new Waiting(
                                officer,
                                Role.CUS_REG_REVIEWER,
                                () -> claims.judge(enterprise, code, true, "", officer)
                                        ? List.of()
                                        : List.of(Fault.at("", "ERR_VERSION_CONFLICT")))));
    }
}
