package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.DeskDeed;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The service desk approves the account that somebody of the enterprise registered (账号审批). */
@Component
class AccountDeed implements DeskDeed {

    private final DeskAccounts accounts;
    private final DeskReview review;
    private final EnterpriseProfiles enterprises;

    AccountDeed(DeskAccounts accounts, DeskReview review, EnterpriseProfiles enterprises) {
        this.accounts = accounts;
        this.review = review;
        this.enterprises = enterprises;
    }

    @Override
    public String step() {
        return "C0";
    }

    @Override
    public Optional<Waiting> waiting(long enterprise, Officers officers) {
        var creditCode = enterprises.of(enterprise).creditCode();
        return accounts.waitingOf(creditCode)
                .flatMap(account -> officers.one(Role.CS_AGENT)
                        .map(agent -> new Waiting(agent, Role.CS_AGENT, () -> review.approve(account, agent))));
    }
}
