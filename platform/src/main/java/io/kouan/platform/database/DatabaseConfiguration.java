package io.kouan.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.kouan.platform.port.Home;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    @Bean
    DatabaseServer databaseServer(DatabaseSettings settings, Home home) {
        return settings.url().isBlank()
                ? new DatabaseServer.Embedded(EmbeddedPostgres.start(home))
                : new DatabaseServer.External(settings.url(), settings.user(), settings.password());
    }

    @Bean
    HikariDataSource dataSource(DatabaseServer server, DatabaseSettings settings) {
        return pool(server.url(), server.user(), server.password(), settings.connections());
    }

    /**
     * A pool that gives up soon: whoever cannot have a connection within seconds is better told so than kept waiting,
     * and a server that hangs must not hold our threads.
     */
    static HikariDataSource pool(String url, String user, String password, int connections) {
        var config = new HikariConfig();
        config.setPoolName("kouan");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(Duration.ofSeconds(3).toMillis());
        config.setValidationTimeout(Duration.ofSeconds(1).toMillis());
        config.setInitializationFailTimeout(Duration.ofSeconds(20).toMillis());
        config.addDataSourceProperty("ApplicationName", "kouan");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("connectTimeout", "2");
        config.addDataSourceProperty("socketTimeout", "30");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // values are personal data, and errors get into logs
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return new HikariDataSource(config);
    }
}
