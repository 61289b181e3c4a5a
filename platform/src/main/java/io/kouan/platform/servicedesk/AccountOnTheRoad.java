package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Addressees;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.Label;
import io.kouan.platform.onboarding.Progress;
import io.kouan.platform.onboarding.StepSource;
import io.kouan.platform.onboarding.StepState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Step C0 of the road: somebody of the enterprise may use the customer service platform. */
@Component
class AccountOnTheRoad implements StepSource {

    private final DeskAccounts accounts;
    private final EnterpriseProfiles profiles;
    private final Addressees addressees;
    private final FormCatalogue catalogue;

    AccountOnTheRoad(
            DeskAccounts accounts, EnterpriseProfiles profiles, Addressees addressees, FormCatalogue catalogue) {
        this.accounts = accounts;
        this.profiles = profiles;
        this.addressees = addressees;
        this.catalogue = catalogue;
    }

    @Override
    public String step() {
        return "C0";
    }

    @Override
    public Optional<Progress> of(long enterprise) {
        if (!addressees.of(enterprise, Set.of(Role.CS_USER)).isEmpty()) {
            return Optional.of(progress(StepState.DONE, Optional.empty()));
        }
        return accounts.withCreditCode(profiles.of(enterprise).creditCode()).stream()
                .findFirst()
                .flatMap(account -> switch (account.state()) {
                    case PENDING -> Optional.of(progress(StepState.RUNNING, Optional.of(account)));
                    case REJECTED -> Optional.of(progress(StepState.RETURNED, Optional.of(account)));
                    default -> Optional.empty();
                });
    }

    private Progress progress(StepState state, Optional<DeskAccount> account) {
        boolean waits = state == StepState.RUNNING;
        return new Progress(
                state,
                waits ? List.of(Role.CS_AGENT.name()) : List.of(),
                account.flatMap(it -> catalogue
                                .form(DeskRegistration.FORM)
                                .state(it.state().name()))
                        .map(found -> found.label())
                        .orElse(new Label("", "")),
                account.filter(it -> waits).map(DeskAccount::submitted),
                List.of(),
                "");
    }
}
