package io.kouan.platform.declaration;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeclarationConfiguration {

    @Bean
    DocumentCheck documentCheck() {
        return (type, document) -> List.of();
    }
}
