package io.kouan.platform.identity;

import io.kouan.platform.accounts.PublicPages;
import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    SecureRandom random() {
        return new SecureRandom();
    }

    @Bean
    PublicPages pagesOfStrangers() {
        return PublicPages.of("/signin/**", "/register/**", "/forgotten/**", "/forms/options/admin_area");
    }
}
