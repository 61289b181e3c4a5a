package io.kouan.platform.notifications;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NotificationsConfiguration {

    @Bean
    NotificationTexts notificationTexts() {
        return NotificationTexts.read();
    }
}
