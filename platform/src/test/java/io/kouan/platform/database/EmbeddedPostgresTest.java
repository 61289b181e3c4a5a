package io.kouan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kouan.platform.port.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    @TempDir
    Path folder;

    @Test
    void isDurableWhateverTheLibraryThinks() throws SQLException {
        try (var database = start()) {
            assertThat(ask(database, "show fsync")).isEqualTo("on");
            assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(database, "show full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void keepsItsDataAndLetsNobodyElseIn() throws SQLException {
        try (var database = start()) {
            ask(database, "create table kept (n integer); insert into kept values (1); select 1");
            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), PostgresFolder.USER, "guessed"))
                    .hasMessageContaining("password");
            assertThatThrownBy(this::start).hasMessageContaining("another Kouan is running");
        }
        try (var database = start()) {
            assertThat(ask(database, "select count(*) from kept")).isEqualTo("1");
        }
    }

    @Test
    void startsTheServerAgainWhenItIsKilled() throws SQLException {
        try (var database = start()) {
            ask(database, "create table kept (n integer); insert into kept values (1); select 1");
            var killed = process();

            killed.destroyForcibly();

            Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
                assertThat(ask(database, "select count(*) from kept")).isEqualTo("1");
                assertThat(process().pid()).isNotEqualTo(killed.pid());
            });
        }
    }

    @Test
    void stopsTheServerThatAKilledProgramLeftRunning() throws SQLException {
        var left = PostgresServer.start(TestDatabase.binaries(), folder.resolve("postgres"), PostgresSettings.small());
        var before = process();
        var unfinished = DriverManager.getConnection(left.url("postgres"), PostgresFolder.USER, left.password());
        unfinished.createStatement().execute("create table kept (n integer)");
        unfinished.setAutoCommit(false);
        unfinished.createStatement().execute("insert into kept values (1)");

        try (var database = start()) {
            assertThat(process().pid()).isNotEqualTo(before.pid());
            assertThat(ask(database, "select count(*) from kept")).isEqualTo("0");
            assertThatThrownBy(unfinished::commit).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aProcessIdFileOfAnotherProgramNeitherStopsItNorUs() throws Exception {
        start().close();
        var stranger = new ProcessBuilder("sleep", "60").start();
        Files.writeString(folder.resolve("postgres/postmaster.pid"), stranger.pid() + "\n");

        try (var database = start()) {
            assertThat(ask(database, "select 1")).isEqualTo("1");
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void freshTestDatabasesAreMigratedAndEmpty() throws SQLException {
        try (var pool = TestDatabase.fresh().pool();
                var connection = pool.getConnection();
                var rows = connection.createStatement().executeQuery("select count(*) from message")) {
            rows.next();
            assertThat(rows.getLong(1)).isZero();
        }
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(new Home(folder), TestDatabase.binaries());
    }

    private ProcessHandle process() {
        return new PostgresFolder(folder.resolve("postgres")).process().orElseThrow();
    }

    private static String ask(EmbeddedPostgres database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), PostgresFolder.USER, database.password());
                var statement = connection.createStatement()) {
            boolean hasRows = statement.execute(sql);
            while (!hasRows) {
                hasRows = statement.getMoreResults();
            }
            try (var rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
