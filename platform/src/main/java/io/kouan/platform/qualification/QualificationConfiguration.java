package io.kouan.platform.qualification;

import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.ProceduralRule;
import io.kouan.platform.port.Switches;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules of this room's forms, under the ids that the forms give them. */
@Configuration(proxyBeanMethods = false)
class QualificationConfiguration {

    @Bean
    ProceduralRule oneTradeFiling(QualificationRules rules) {
        return ProceduralRule.of(TradeFiling.FORM, "ONE_OPEN", rules::oneOpenOrApproved);
    }

    @Bean
    ProceduralRule oneRegistration(QualificationRules rules) {
        return ProceduralRule.of(Registration.FORM, "ONE_OPEN", rules::oneOpenOrApproved);
    }

    @Bean
    ProceduralRule tradeFilingFirst(QualificationRules rules) {
        return ProceduralRule.of(Registration.FORM, "FTO_FIRST", rules::tradeFilingFirst);
    }

    @Bean
    ProceduralRule codeDigits() {
        return ProceduralRule.of(Registration.FORM, "CODE_DIGITS", QualificationRules::codeDigits);
    }

    @Bean
    ProceduralRule codeUnique(QualificationRules rules) {
        return ProceduralRule.of(Registration.FORM, "CODE_UNIQUE", rules::codeUnique);
    }

    @Bean
    ProceduralRule oneChange(QualificationRules rules) {
        return ProceduralRule.of(ChangeRules.FORM, "ONE_OPEN", rules::oneOpen);
    }

    @Bean
    ProceduralRule changeNeedsCode() {
        return ProceduralRule.of(ChangeRules.FORM, "HAS_CODE", ChangeRules::hasCode);
    }

    @Bean
    ProceduralRule changeNeedsCard() {
        return ProceduralRule.of(ChangeRules.FORM, "LEGAL_CARD", ChangeRules::legalCard);
    }

    @Bean
    ProceduralRule printAfterSubmit() {
        return ProceduralRule.of(ChangeRules.FORM, "PRINT_AFTER_SUBMIT", ChangeRules::printAfterSubmit);
    }

    @Bean
    ProceduralRule changeNeedsHandIn(FormRecords records) {
        return ProceduralRule.of(
                ChangeRules.FORM, "HANDIN_ACCEPTED", situation -> ChangeRules.handInAccepted(situation, records));
    }

    @Bean
    QualificationRules qualificationRules(EnterpriseProfiles profiles, FormRecords records, Switches switches) {
        return new QualificationRules(profiles, records, switches);
    }
}
