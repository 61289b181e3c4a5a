package io.kouan.platform.database;

import java.nio.file.Path;

/** A PostgreSQL server of a test's own, which may be stopped, killed and tampered with. */
public final class TestServer implements AutoCloseable {

    private final Path folder;
    private final PostgresServer server;

    private TestServer(Path folder, PostgresServer server) {
        this.folder = folder;
        this.server = server;
    }

    /** Starts one over a folder that does not exist yet. */
    public static TestServer start(Path folder) {
        return new TestServer(folder, PostgresServer.start(TestDatabase.binaries(), folder, PostgresSettings.small()));
    }

    /** Its one database, empty at first. */
    public TestDatabase database() {
        return new TestDatabase(server.url("postgres"), PostgresFolder.USER, server.password());
    }

    /** Where it keeps its files. */
    public Path folder() {
        return folder;
    }

    public void stop() {
        server.stop();
    }

    /** As the kernel does it when memory runs out. */
    public void kill() {
        new PostgresFolder(folder).process().orElseThrow().destroyForcibly();
    }

    /** Starts it again where it was. */
    public void restart() {
        server.restart();
    }

    @Override
    public void close() {
        server.stop();
    }
}
