package io.kouan.platform.exchange;

import io.kouan.ceb.message.Limits;
import io.kouan.platform.credentials.KnownCertificates;
import io.kouan.platform.credentials.PortKeys;
import io.kouan.platform.exchange.Inspector.Doorkeeper;
import io.kouan.platform.port.Profile;
import io.kouan.platform.transmission.Standings;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

@Configuration(proxyBeanMethods = false)
class ExchangeConfiguration {

    /** An envelope carries its message in Base64, which makes it a third larger. */
    private static final int MOST_BYTES = Limits.STANDARD.maxBytes() / 3 * 4 + 64 * 1024;

    @Bean
    JournalWriter journalWriter(DataSource database, Bells bells) {
        return new JournalWriter(database, bells.journal());
    }

    @Bean
    ServletRegistrationBean<MessageDoor> messageDoor(
            Credentials credentials,
            KnownCertificates certificates,
            Standings standings,
            PortKeys keys,
            Profile profile,
            JournalWriter journal,
            TrialJournal trials,
            Transport transport,
            RefusedSources refusedSources,
            Clock clock) {
        var seals = new Seals(keys, MOST_BYTES);
        var live = new Reception(seals, new Inspector(certificates, Doorkeeper.of(standings), profile), journal);
        // who is lenient with unsigned messages is not so with the proof that they can be signed
        var signed = profile == Profile.LENIENT ? Profile.STRICT : profile;
        var trial = new Reception(seals, new Inspector(certificates, Doorkeeper.ofTrials(), signed), trials);
        var bodies = new BodyReader(MOST_BYTES, Runtime.getRuntime().maxMemory());
        var receptions = new Receptions(live, trial, transport);
        var door = new ServletRegistrationBean<>(
                new MessageDoor(credentials, bodies, receptions, refusedSources, clock), "/api/v1/messages");
        door.setLoadOnStartup(1);
        return door;
    }

    @Bean
    Transport transport(
            @Value("${kouan.sandbox:true}") boolean sandbox,
            @Value("${kouan.transport.plain-on-loopback:true}") boolean plainOnLoopback) {
        return new Transport(sandbox && plainOnLoopback);
    }

    @Bean
    FilterRegistrationBean<ContainerErrors> containerErrors() {
        var filter = new FilterRegistrationBean<>(new ContainerErrors());
        filter.setDispatcherTypes(DispatcherType.ERROR);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** The API knows channels by their keys, not people by their sessions: none of the pages' filters apply. */
    @Bean
    @Order(10)
    SecurityFilterChain apiSecurity() {
        return new DefaultSecurityFilterChain(
                PathPatternRequestMatcher.withDefaults().matcher("/api/v1/**"), List.of());
    }
}
