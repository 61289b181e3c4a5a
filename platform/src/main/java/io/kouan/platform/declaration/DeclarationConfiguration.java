package io.kouan.platform.declaration;

import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.lint.Linter;
import io.kouan.platform.customs.MatchRules;
import io.kouan.platform.customs.MatchRules.Freight;
import io.kouan.platform.customs.MatchRules.SourceReceipt;
import io.kouan.platform.port.Profile;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeclarationConfiguration {

    /** {@code kouan.match.freight} follows the profile where it is not set. */
    @Bean
    MatchRules matchRules(
            Profile profile,
            @Value("${kouan.match.source-receipt:ON_ARRIVAL}") SourceReceipt sourceReceipt,
            @Value("${kouan.match.payer-may-differ:false}") boolean payerMayDiffer,
            @Value("${kouan.match.freight:#{null}}") Optional<Freight> freight) {
        return new MatchRules(
                sourceReceipt,
                payerMayDiffer,
                freight.orElse(profile == Profile.LENIENT ? Freight.WARN : Freight.RETURN));
    }

    @Bean
    DocumentCheck documentCheck() {
        return (type, document) -> Linter.standard().check(type, document).stream()
                .filter(Finding::isError)
                .toList();
    }
}
