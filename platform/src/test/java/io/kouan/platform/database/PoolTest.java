package io.kouan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Errors of the database get into logs, and logs never hold what messages say. */
class PoolTest {

    @Test
    void errorsShowNoValues() throws SQLException {
        try (var pool = TestDatabase.fresh().pool();
                var connection = pool.getConnection()) {
            connection.createStatement().execute("create table secret (id int primary key, name text)");

            assertThat(failing(connection)).isNotEmpty().doesNotContain("王小明");
        }
    }

    /** Everything that a log would show. */
    private static String failing(Connection connection) {
        var text = new java.io.StringWriter();
        try (var insert = connection.prepareStatement("insert into secret values (?, ?)")) {
            for (int i = 0; i < 2; i++) {
                insert.setInt(1, 7);
                insert.setString(2, "王小明");
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            e.printStackTrace(new java.io.PrintWriter(text, true));
            for (SQLException next = e.getNextException(); next != null; next = next.getNextException()) {
                next.printStackTrace(new java.io.PrintWriter(text, true));
            }
        }
        return text.toString();
    }
}
