package io.kouan.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/**
 * Databases for tests: one real, durable PostgreSQL for all tests of a JVM, and for whoever asks a fresh database with
 * all migrations done. The server's folder is kept below {@code target} between runs; its databases are not.
 */
public record TestDatabase(String url, String user, String password) {

    private static final Path FOLDER = Path.of("target/postgres").toAbsolutePath();
    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** A new database with all migrations done. */
    public static TestDatabase fresh() {
        return create("test_" + COUNT.incrementAndGet(), TEMPLATE);
    }

    /** A pool of connections as the server has it; whoever asks closes it. */
    public HikariDataSource pool() {
        return DatabaseConfiguration.pool(url, user, password, 8);
    }

    /** PostgreSQL's programs, unpacked once for all test runs. */
    static PostgresBinaries binaries() {
        return PostgresBinaries.unpackedIn(FOLDER);
    }

    private static TestDatabase create(String name, String template) {
        var server = Shared.SERVER;
        execute(server.url("postgres"), "create database " + name + " template " + template);
        return new TestDatabase(server.url(name), PostgresFolder.USER, server.password());
    }

    private static void execute(String url, String sql) {
        try (var connection = DriverManager.getConnection(url, PostgresFolder.USER, Shared.SERVER.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Started when the first test asks. */
    private static final class Shared {

        private static final PostgresServer SERVER = start();

        static {
            dropLeftovers();
            var migrated = create(TEMPLATE, "template0");
            Flyway.configure()
                    .dataSource(migrated.url(), migrated.user(), migrated.password())
                    .load()
                    .migrate();
        }

        private static PostgresServer start() {
            var server = PostgresServer.start(binaries(), unusedFolder(), PostgresSettings.small());
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
            return server;
        }

        private static void dropLeftovers() {
            var names = new java.util.ArrayList<String>();
            try (var connection = DriverManager.getConnection(
                            SERVER.url("postgres"), PostgresFolder.USER, SERVER.password());
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "select datname from pg_database where datname like 'test_%' or datname = 'migrated'")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            names.forEach(name -> execute(SERVER.url("postgres"), "drop database " + name));
        }

        /** Several test runs at a time have a folder each. */
        private static Path unusedFolder() {
            for (int number = 1; ; number++) {
                try {
                    var folder = Files.createDirectories(FOLDER);
                    var claim = FileChannel.open(
                            folder.resolve("claim-" + number), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    if (claim.tryLock() != null) {
                        return folder.resolve("data-" + number);
                    }
                    claim.close();
                } catch (OverlappingFileLockException taken) {
                    // the next one may be free
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
