package io.kouan.platform.database;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which PostgreSQL to use: {@code KOUAN_DB_URL}, {@code KOUAN_DB_USER}, {@code KOUAN_DB_PASSWORD}.
 *
 * @param url empty: the one that comes along
 * @param connections most connections held at a time
 */
@ConfigurationProperties("kouan.db")
record DatabaseSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("16") int connections) {

    /** Without the password. */
    @Override
    public String toString() {
        return url.isBlank() ? "embedded" : url;
    }
}
