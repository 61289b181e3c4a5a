package io.kouan.platform.credentials;

import io.kouan.platform.accounts.PublicPages;
import io.kouan.platform.forms.ProceduralRule;
import io.kouan.platform.port.WorkingCalendar;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The rules of this room's form, under the ids that the form gives them, and its public pages. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class CredentialsConfiguration {

    @Bean
    PublicPages cardSignInPages() {
        return PublicPages.of("/signin/card", "/signin/card/**", "/pki/**");
    }

    @Bean
    CardRules cardRules(Cards cards) {
        return new CardRules(cards, WorkingCalendar.published());
    }

    @Bean
    ProceduralRule cardsAfterRegistration() {
        return ProceduralRule.first(CardRules.FORM, "REG_APPROVED", CardRules::registered);
    }

    @Bean
    ProceduralRule oneLegalCard(CardRules rules) {
        return ProceduralRule.of(CardRules.FORM, "ONE_LEGAL_CARD", rules::oneLegalCard);
    }

    @Bean
    ProceduralRule cardHoldersDiffer(CardRules rules) {
        return ProceduralRule.of(CardRules.FORM, "HOLDERS_DIFFER", rules::holdersDiffer);
    }

    @Bean
    ProceduralRule visitOnWorkingDay(CardRules rules) {
        return ProceduralRule.of(CardRules.FORM, "VISIT_DAY", rules::visitDay);
    }

    @Bean
    ProceduralRule cardsMade(CardRules rules) {
        return ProceduralRule.of(CardRules.FORM, "CARDS_MADE", rules::cardsMade);
    }

    @Bean
    ProceduralRule cardReceiverKnown(CardRules rules) {
        return ProceduralRule.of(CardRules.FORM, "RECEIVER_KNOWN", rules::receiverKnown);
    }
}
