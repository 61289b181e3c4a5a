package io.kouan.platform.localfiling;

import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.ProceduralRule;
import io.kouan.platform.forms.Situation;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.handin.UnifiedAccess;
import io.kouan.platform.port.Switches;
import io.kouan.platform.servicedesk.Tickets;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules of tickets about the local filing, under the ids that the ticket's form gives them. */
@Configuration(proxyBeanMethods = false)
class TicketConfiguration {

    @Bean
    TicketRules localFilingTicketRules(
            FormCatalogue catalogue,
            FormRecords records,
            EnterpriseProfiles profiles,
            UnifiedAccess access,
            Switches switches,
            Materials materials,
            ObjectProvider<Papers> papers,
            Reviews reviews) {
        return new TicketRules(catalogue, records, profiles, access, switches, materials, papers::getObject, reviews);
    }

    @Bean
    IssuanceRules issuanceRules(
            FormCatalogue catalogue,
            Cases cases,
            Reviews reviews,
            Issuances issuances,
            ObjectProvider<Papers> papers,
            ObjectProvider<AgentEvidence> evidence) {
        return new IssuanceRules(catalogue, cases, reviews, issuances, papers::getObject, evidence::getObject);
    }

    @Bean
    ProceduralRule localFilingForms(TicketRules rules) {
        return rule("FORMS_VALID", rules::formsValid);
    }

    @Bean
    ProceduralRule localFilingContact(TicketRules rules) {
        return rule("CONTACT_IS_AUTHORISED", rules::contactIsAuthorised);
    }

    @Bean
    ProceduralRule localFilingAfterUnifiedAccess(TicketRules rules) {
        return rule("UNIFIED_ACCESS_FIRST", rules::unifiedAccessFirst);
    }

    @Bean
    ProceduralRule localFilingAfterCustomsCode(TicketRules rules) {
        return rule("CUSTOMS_CODE_FIRST", rules::customsCodeFirst);
    }

    @Bean
    ProceduralRule oneLocalFiling(TicketRules rules) {
        return rule("ONE_OPEN", rules::oneOpen);
    }

    @Bean
    ProceduralRule localFilingChecklist(IssuanceRules rules) {
        return rule("CHECKLIST_COMPLETE", rules::checklistComplete);
    }

    @Bean
    ProceduralRule localFilingDxpRecorded(IssuanceRules rules) {
        return rule("DXP_RECORDED", rules::dxpRecorded);
    }

    @Bean
    ProceduralRule localFilingOriginalTicket(IssuanceRules rules) {
        return rule("ORIGINAL_TICKET", rules::originalTicket);
    }

    @Bean
    ProceduralRule localFilingIssuanceComplete(IssuanceRules rules) {
        return rule("ISSUANCE_COMPLETE", rules::issuanceComplete);
    }

    private static ProceduralRule rule(String id, Function<Situation, List<Fault>> broken) {
        return ProceduralRule.of(Tickets.FORM, id, broken);
    }
}
