package io.kouan.platform.database;

import io.kouan.platform.port.PortTime;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the embedded PostgreSQL is set. Durability is not negotiable and stands first; then what batches of some hundred
 * messages need; then silence: its log never holds a statement's values, for they may be personal data.
 */
final class PostgresSettings {

    private PostgresSettings() {}

    /** For a port's server on a machine of any size. */
    static Map<String, String> server() {
        var settings = durable();
        settings.put("shared_buffers", "512MB");
        settings.put("max_wal_size", "4GB");
        settings.put("wal_buffers", "64MB");
        return settings;
    }

    /** For tests: as durable, but small. */
    static Map<String, String> small() {
        var settings = durable();
        settings.put("shared_buffers", "64MB");
        return settings;
    }

    private static Map<String, String> durable() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", "on");
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("max_connections", "100");
        settings.put("checkpoint_timeout", "15min");
        settings.put("jit", "off");
        settings.put("TimeZone", PortTime.ZONE.getId());
        settings.put("log_timezone", PortTime.ZONE.getId());
        settings.put("logging_collector", "on");
        settings.put("log_directory", "log");
        settings.put("log_filename", "postgres-%a.log");
        settings.put("log_rotation_age", "1d");
        settings.put("log_truncate_on_rotation", "on");
        settings.put("log_min_error_statement", "panic");
        settings.put("log_error_verbosity", "terse");
        return settings;
    }
}
