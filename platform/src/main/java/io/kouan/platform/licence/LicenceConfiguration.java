package io.kouan.platform.licence;

import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.DeskLink;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.ProceduralRule;
import io.kouan.platform.servicedesk.Tickets;
import java.time.Clock;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules of the request for activation, under the ids that its form gives them, and where its people find it. */
@Configuration(proxyBeanMethods = false)
class LicenceConfiguration {

    @Bean
    DeskLink licencesDesk() {
        return new DeskLink(Set.of(Role.CS_AGENT, Role.CS_SUPERVISOR), "/desk/licences", "licence.title");
    }

    @Bean
    ActivationRules activationRules(
            RequestFiles files, LicenceRegister register, Computers computers, FormRecords records, Clock clock) {
        return new ActivationRules(files, register, computers, records, clock);
    }

    @Bean
    ProceduralRule activationFileSigned(ActivationRules rules) {
        return ProceduralRule.of(ActivationForm.ID, "FILE_SIGNED", rules::fileSigned);
    }

    @Bean
    ProceduralRule activationLicenceOwned(ActivationRules rules) {
        return ProceduralRule.of(ActivationForm.ID, "LICENCE_OWNED", rules::licenceOwned);
    }

    @Bean
    ProceduralRule activationLicenceUsable(ActivationRules rules) {
        return ProceduralRule.of(ActivationForm.ID, "LICENCE_USABLE", rules::licenceUsable);
    }

    @Bean
    ProceduralRule activationLimit(ActivationRules rules) {
        return ProceduralRule.of(ActivationForm.ID, "LIMIT", rules::limit);
    }

    @Bean
    ProceduralRule ticketComesWithItsActivation(ActivationRules rules) {
        return ProceduralRule.of(Tickets.FORM, "ACTIVATION_REQUEST", rules::requested);
    }
}
