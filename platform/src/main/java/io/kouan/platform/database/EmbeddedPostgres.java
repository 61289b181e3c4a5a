package io.kouan.platform.database;

import io.kouan.platform.port.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL in the home folder for as long as the program runs: started with it, started again whenever it dies,
 * stopped with it. While it is away, whoever needs it gets an error within seconds and the door answers 503.
 */
final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final int LOOK_EVERY_MILLIS = 250;

    private final FileChannel claim;
    private final PostgresServer server;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread guard =
            Thread.ofPlatform().daemon().name("database-guard").unstarted(this::guard);

    private EmbeddedPostgres(FileChannel claim, PostgresServer server) {
        this.claim = claim;
        this.server = server;
    }

    static EmbeddedPostgres start(Home home) {
        return start(home, PostgresBinaries.unpackedIn(home.privateFolder("programs")));
    }

    static EmbeddedPostgres start(Home home, PostgresBinaries binaries) {
        var claim = claim(home);
        var server = PostgresServer.start(binaries, home.resolve("postgres"), PostgresSettings.server());
        var database = new EmbeddedPostgres(claim, server);
        LOG.info("event=database-started url={}", database.url());
        database.guard.start();
        return database;
    }

    String url() {
        return server.url("postgres");
    }

    String password() {
        return server.password();
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            // a revival that is under way must not start anything after the stop
            guard.join();
            server.stop();
            claim.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LOG.info("event=database-stopped");
    }

    private void guard() {
        try {
            while (!closing.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                if (!server.isRunning()) {
                    revive();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void revive() {
        LOG.warn("event=database-died action=restart");
        try {
            server.restart();
            LOG.info("event=database-restarted");
        } catch (PostgresFailed | UncheckedIOException failed) {
            LOG.error("event=database-restart-failed action=retry", failed);
        }
    }

    /** Two programs over one folder would destroy it; the system gives a claim back when its process is gone. */
    private static FileChannel claim(Home home) {
        try {
            var channel = FileChannel.open(home.resolve("claim"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new IllegalStateException("another Kouan is running in " + home.folder());
            }
            return channel;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the folder " + home.folder(), e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }
}
