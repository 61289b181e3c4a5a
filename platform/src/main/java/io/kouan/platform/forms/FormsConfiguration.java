package io.kouan.platform.forms;

import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.forms.definition.FormCatalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FormsConfiguration {

    @Bean
    FormCatalogue formCatalogue() {
        return FormCatalogue.read(PortProfile.zhuhai());
    }
}
