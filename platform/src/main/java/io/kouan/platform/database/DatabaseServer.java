package io.kouan.platform.database;

/** Where the database is. */
sealed interface DatabaseServer extends AutoCloseable {

    String url();

    String user();

    String password();

    @Override
    void close();

    /** A server that somebody else runs: not ours to start or stop. */
    record External(String url, String user, String password) implements DatabaseServer {

        @Override
        public void close() {
            // it stays
        }

        /** Without the password. */
        @Override
        public String toString() {
            return url;
        }
    }

    /** The server in the home folder. */
    record Embedded(EmbeddedPostgres server) implements DatabaseServer {

        @Override
        public String url() {
            return server.url();
        }

        @Override
        public String user() {
            return PostgresFolder.USER;
        }

        @Override
        public String password() {
            return server.password();
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
