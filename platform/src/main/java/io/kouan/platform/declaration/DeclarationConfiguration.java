package io.kouan.platform.declaration;

import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.lint.Linter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeclarationConfiguration {

    @Bean
    DocumentCheck documentCheck() {
        return (type, document) -> Linter.standard().check(type, document).stream()
                .filter(Finding::isError)
                .toList();
    }
}
