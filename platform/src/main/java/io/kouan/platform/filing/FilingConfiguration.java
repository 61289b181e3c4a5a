package io.kouan.platform.filing;

import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.accounts.PublicPages;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.ProceduralRule;
import io.kouan.platform.forms.Situation;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.Fact;
import io.kouan.platform.forms.page.Entrance;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules of this room's forms, under the ids that the forms give them, and the pages that visitors may see. */
@Configuration(proxyBeanMethods = false)
class FilingConfiguration {

    private static final String CUSTOMS = Entry.CUSTOMS.form();
    private static final String INSPECTION = Entry.INSPECTION.form();

    @Bean
    PublicPages entriesForVisitors() {
        return PublicPages.of("/customs-entry", "/inspection-entry");
    }

    @Bean
    Entrance customsEntrance() {
        return Entry.CUSTOMS.entrance();
    }

    @Bean
    Entrance inspectionEntrance() {
        return Entry.INSPECTION.entrance();
    }

    @Bean
    CustomsFilingRules customsFilingRules(FormRecords records, FilingChangeBook changes, PortProfile port) {
        return new CustomsFilingRules(records, changes, port);
    }

    @Bean
    InspectionFilingRules inspectionFilingRules(FormRecords records, FilingChangeBook changes, PortProfile port) {
        return new InspectionFilingRules(records, changes, port);
    }

    @Bean
    ProceduralRule customsAfterLocalFiling() {
        return ProceduralRule.first(CUSTOMS, "LOCAL_FILING_DONE", FilingConfiguration::localFilingDone);
    }

    @Bean
    ProceduralRule inspectionAfterLocalFiling() {
        return ProceduralRule.first(INSPECTION, "LOCAL_FILING_DONE", FilingConfiguration::localFilingDone);
    }

    /** LOCAL_FILING_DONE: what the local filing (珠海本地备案) ends with is the DXP ID, so who holds one has been through it. */
    private static List<Fault> localFilingDone(Situation situation) {
        boolean done = "COMPLETED".equals(situation.around().facts().get(Fact.LOCAL_FILING.id()))
                || !situation.around().profile().getOrDefault("dxp_id", "").isEmpty();
        return done ? List.of() : List.of(Fault.at("", "ERR_LOCAL_FILING_FIRST"));
    }

    @Bean
    ProceduralRule customsOfficeList(CustomsFilingRules rules) {
        return ProceduralRule.of(CUSTOMS, "OFFICE_LIST", rules::officeList);
    }

    @Bean
    ProceduralRule paperReceived() {
        return ProceduralRule.of(CUSTOMS, "PAPER_RECEIVED", CustomsFilingRules::paperReceived);
    }

    @Bean
    ProceduralRule paperAsked(CustomsFilingRules rules) {
        return ProceduralRule.of(CUSTOMS, "PAPER_ASKED", rules::paperAsked);
    }

    @Bean
    ProceduralRule onePerOffice(CustomsFilingRules rules) {
        return ProceduralRule.of(CUSTOMS, "ONE_PER_OFFICE", rules::onePerOffice);
    }

    @Bean
    ProceduralRule customsChangeKeepsOffice(CustomsFilingRules rules) {
        return ProceduralRule.of(CUSTOMS, "CHANGE_KEEPS_OFFICE", rules::changeKeepsOffice);
    }

    @Bean
    ProceduralRule inspectionChangeKeepsOffice(InspectionFilingRules rules) {
        return ProceduralRule.of(INSPECTION, "CHANGE_KEEPS_OFFICE", rules::changeKeepsOffice);
    }

    @Bean
    ProceduralRule inspectionOrgList(InspectionFilingRules rules) {
        return ProceduralRule.of(INSPECTION, "ORG_LIST", rules::orgList);
    }

    @Bean
    ProceduralRule officePair(InspectionFilingRules rules) {
        return ProceduralRule.of(INSPECTION, "OFFICE_PAIR", rules::officePair);
    }

    @Bean
    ProceduralRule threeAttachments() {
        return ProceduralRule.of(INSPECTION, "THREE_ATTACHMENTS", InspectionFilingRules::threeAttachments);
    }

    @Bean
    ProceduralRule agentComplete() {
        return ProceduralRule.of(INSPECTION, "AGENT_COMPLETE", InspectionFilingRules::agentComplete);
    }

    @Bean
    ProceduralRule platformSite() {
        return ProceduralRule.of(INSPECTION, "PLATFORM_SITE", InspectionFilingRules::platformSite);
    }

    @Bean
    ProceduralRule deleteDraftOnly() {
        return ProceduralRule.of(INSPECTION, "DELETE_DRAFT_ONLY", InspectionFilingRules::deleteDraftOnly);
    }
}
