package io.kouan.platform.documents;

import io.kouan.platform.accounts.PublicPages;
import io.kouan.platform.forms.definition.FormCatalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DocumentsConfiguration {

    @Bean
    DocumentCatalogue documentCatalogue(FormCatalogue forms) {
        return DocumentCatalogue.read(forms);
    }

    @Bean
    PublicPages verificationForEverybody() {
        return PublicPages.of("/verify");
    }
}
