package io.kouan.platform.forms;

import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.accounts.PublicPages;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.OptionSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FormsConfiguration {

    @Bean
    FormCatalogue formCatalogue(PortProfile port, List<OptionSource> sources) {
        return FormCatalogue.read(port, sources);
    }

    /** Lists are the same for everybody; a visitor who registers looks them up, too. */
    @Bean
    PublicPages optionLists() {
        return PublicPages.of("/forms/options/*");
    }
}
