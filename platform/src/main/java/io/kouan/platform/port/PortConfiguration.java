package io.kouan.platform.port;

import io.kouan.ceb.port.PortProfile;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PortConfiguration {

    @Bean
    Home home(@Value("${kouan.home}") Path folder) {
        return new Home(folder);
    }

    @Bean
    Profile profile(@Value("${kouan.profile}") Profile profile) {
        return profile;
    }

    @Bean
    PortProfile portProfile() {
        return PortProfile.current();
    }

    @Bean
    Clock clock() {
        return PortTime.clock();
    }
}
