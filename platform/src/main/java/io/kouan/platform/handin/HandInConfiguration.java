package io.kouan.platform.handin;

import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.documents.PrintedDocuments;
import io.kouan.platform.forms.DeskLink;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.ProceduralRule;
import io.kouan.platform.forms.Situation;
import io.kouan.platform.forms.StepValues;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.identity.AgentStatus;
import io.kouan.platform.port.Calendars;
import io.kouan.platform.port.Switches;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules of the hand-in, under the ids that its form gives them. */
@Configuration(proxyBeanMethods = false)
class HandInConfiguration {

    @Bean
    HandInRules handInRules(
            FormCatalogue catalogue,
            FormRecords records,
            PrintedDocuments prints,
            EnterpriseProfiles profiles,
            AgentStatus agents,
            Calendars calendars,
            Switches switches) {
        return new HandInRules(catalogue, records, prints, profiles, agents, calendars, switches);
    }

    /** N-22 names what every paper lacks. */
    @Bean
    StepValues deficitsByName(FormCatalogue catalogue) {
        return moved -> moved.record().form().equals(HandIn.FORM)
                        && moved.action().equals("deficient")
                ? Papers.named(catalogue.form(HandIn.FORM), moved.record().answers())
                : Map.of();
    }

    @Bean
    DeskLink counter() {
        return new DeskLink(Set.of(Role.CUS_WINDOW_CLERK), "/desk/handin", "handin.counter");
    }

    @Bean
    ProceduralRule handInAgentEvidence(HandInRules rules) {
        return rule("AGENT_EVIDENCE", rules::agentEvidence);
    }

    @Bean
    ProceduralRule handInChangeSubmitted(HandInRules rules) {
        return rule("CHANGE_SUBMITTED", rules::changeSubmitted);
    }

    @Bean
    ProceduralRule handInTradeFiling(HandInRules rules) {
        return rule("FTO_PRINT", rules::tradeFiling);
    }

    @Bean
    ProceduralRule handInFourPapers(HandInRules rules) {
        return rule("FOUR_PAPERS", rules::fourPapers);
    }

    @Bean
    ProceduralRule handInDeficitsListed(HandInRules rules) {
        return rule("DEFICITS_LISTED", rules::deficitsListed);
    }

    @Bean
    ProceduralRule handInOtherThanClerk(HandInRules rules) {
        return rule("OTHER_THAN_CLERK", rules::otherThanClerk);
    }

    @Bean
    ProceduralRule oneHandIn(HandInRules rules) {
        return ProceduralRule.first(HandIn.FORM, "ONE_OPEN", rules::oneOpen);
    }

    @Bean
    ProceduralRule handInVisitDay(HandInRules rules) {
        return rule("VISIT_DAY", rules::visitDay);
    }

    private static ProceduralRule rule(String id, Function<Situation, List<Fault>> broken) {
        return ProceduralRule.of(HandIn.FORM, id, broken);
    }
}
