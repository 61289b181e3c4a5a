package io.kouan.platform.business;

import io.kouan.platform.accounts.Right;
import io.kouan.platform.accounts.Workplace;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.ProceduralRule;
import io.kouan.platform.servicedesk.Tickets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules of the request, under the ids that its form gives them, and where its people find it. */
@Configuration(proxyBeanMethods = false)
class BusinessConfiguration {

    @Bean
    Workplace businessTypePlace() {
        return new Workplace("/forms/" + BusinessRequest.FORM, "business.nav", "tickets", Right.CREATE, 22);
    }

    @Bean
    ProceduralRule ticketComesWithItsRequest(BusinessRules rules) {
        return ProceduralRule.of(Tickets.FORM, "BUSINESS_REQUEST", rules::requested);
    }

    @Bean
    OpenedRoles openedRoles() {
        return OpenedRoles.read();
    }

    @Bean
    BusinessRules businessRules(FormRecords records) {
        return new BusinessRules(records);
    }

    @Bean
    ProceduralRule businessCustomsApproved() {
        return ProceduralRule.of(BusinessRequest.FORM, "CUSTOMS_APPROVED", BusinessRules::customsApproved);
    }

    @Bean
    ProceduralRule businessInspectionApproved() {
        return ProceduralRule.of(BusinessRequest.FORM, "INSPECTION_APPROVED", BusinessRules::inspectionApproved);
    }

    @Bean
    ProceduralRule businessPairUnique() {
        return ProceduralRule.of(BusinessRequest.FORM, "PAIR_UNIQUE", BusinessRules::pairUnique);
    }

    @Bean
    ProceduralRule businessFilingOwner(BusinessRules rules) {
        return ProceduralRule.of(BusinessRequest.FORM, "FILING_OWNER", rules::filingOwner);
    }
}
