package io.kouan.platform.post;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which way letters take: out, as far as a way is configured; else to the sandbox's catcher. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MailSettings.class, MailboxSettings.class})
class PostConfiguration {

    @Bean
    Carrier mailCarrier(
            MailSettings settings, @Value("${kouan.sandbox:true}") boolean sandbox, JdbcClient db, Clock clock) {
        if (settings.isGiven()) {
            return new SmtpMail(settings, clock);
        }
        return sandbox ? new Catcher(Letter.Kind.MAIL, db, clock) : new NoMail();
    }

    @Bean
    Carrier smsCarrier(
            ObjectProvider<SmsGateway> gateways,
            @Value("${kouan.sandbox:true}") boolean sandbox,
            JdbcClient db,
            Clock clock) {
        var gateway = gateways.getIfAvailable();
        if (gateway != null) {
            return new SmsCarrier(gateway);
        }
        return sandbox ? new Catcher(Letter.Kind.SMS, db, clock) : new SmsCarrier(new LogSms());
    }
}
