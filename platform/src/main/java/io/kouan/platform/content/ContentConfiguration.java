package io.kouan.platform.content;

import io.kouan.platform.accounts.PublicPages;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.accounts.Workplace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ContentConfiguration {

    @Bean
    PublicPages publishedContent() {
        return PublicPages.of("/notices", "/notices/**", "/downloads", "/downloads/**");
    }

    @Bean
    Workplace contentPlace() {
        return new Workplace("/content", "content.desk", "content_desk", Right.READ, 40);
    }
}
