package io.kouan.platform.administration;

import io.kouan.platform.accounts.Right;
import io.kouan.platform.accounts.Workplace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AdministrationConfiguration {

    @Bean
    Workplace administrationPlace() {
        return new Workplace("/administration", "administration.title", "reference_data", Right.ADMINISTER, 50);
    }
}
