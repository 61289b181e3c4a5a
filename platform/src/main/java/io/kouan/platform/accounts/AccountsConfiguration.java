package io.kouan.platform.accounts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccountsConfiguration {

    @Bean
    Permissions permissions() {
        return Permissions.read();
    }
}
