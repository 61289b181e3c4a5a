package io.kouan.platform.qualification;

import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.ProceduralRule;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules of this room's forms, under the ids that the forms give them. */
@Configuration(proxyBeanMethods = false)
class QualificationConfiguration {

    private static final Set<String> OPEN_OR_APPROVED = Set.of("SUBMITTED", "RETURNED", "APPROVED");

    @Bean
    ProceduralRule oneTradeFiling(FormRecords records) {
        return new OneOpen(TradeFiling.FORM, OPEN_OR_APPROVED, records);
    }

    @Bean
    ProceduralRule oneRegistration(FormRecords records) {
        return new OneOpen(Registration.FORM, OPEN_OR_APPROVED, records);
    }

    @Bean
    ProceduralRule oneChange(FormRecords records) {
        return new OneOpen(RegistrationChange.FORM, Set.of("SUBMITTED", "RETURNED"), records);
    }

    @Bean
    ProceduralRule tradeFilingFirst(
            EnterpriseProfiles profiles,
            FormRecords records,
            @Value("${kouan.qualification.fto.enabled:true}") boolean asked) {
        return new Registration.TradeFilingFirst(profiles, records, asked);
    }

    @Bean
    ProceduralRule codeDigits() {
        return new Registration.CodeDigits();
    }

    @Bean
    ProceduralRule codeUnique(EnterpriseProfiles profiles) {
        return new Registration.CodeUnique(profiles);
    }

    @Bean
    ProceduralRule changeNeedsCode() {
        return new RegistrationChange.HasCode();
    }

    @Bean
    ProceduralRule changeNeedsCard() {
        return new RegistrationChange.LegalCard();
    }
}
