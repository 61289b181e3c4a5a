package io.kouan.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kouan.ceb.sample.SampleEnterprise.Role;
import io.kouan.platform.TestMessages;
import io.kouan.platform.TestPort;
import io.kouan.platform.database.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk is full. So that no disk has to be filled, the file of the journal's table is put where the system itself says
 * that no space is left: on {@code /dev/full}. PostgreSQL fails as it does on a full disk.
 */
class StorageFullTest {

    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    Path folder;

    @Test
    void aFullDiskIsToldAndNothingIsStoredHalf() throws IOException {
        assumeTrue(Files.exists(FULL), "this system has no " + FULL);
        try (var server = TestServer.start(folder.resolve("postgres"));
                var port = TestPort.start(server.database())) {
            var merchant = port.member(Role.MERCHANT);
            var order = TestMessages.signed(TestMessages.order(merchant.enterprise()), merchant.key());
            var file = server.folder().resolve(fileOfJournal(port));

            server.stop();
            var aside = Files.move(file, file.resolveSibling("aside"));
            Files.createSymbolicLink(file, FULL);
            server.restart();
            var refused = sendWhenBack(port, merchant, order);

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(TestPort.at(refused, "/code")).isEqualTo("EX-1204");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(port.count("message", "true")).isZero();
            assertThat(port.count("message_minute", "true"))
                    .as("what goes with the message")
                    .isZero();

            server.stop();
            Files.move(aside, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            server.restart();
            var taken = sendWhenBack(port, merchant, order);

            assertThat(taken.statusCode()).isEqualTo(202);
            assertThat(port.count("message", "true")).isEqualTo(1);
        }
    }

    private static String fileOfJournal(TestPort port) {
        return port.db()
                .sql("select pg_relation_filepath('message')")
                .query(String.class)
                .single();
    }

    /** The pool's connections are those to the server before its restart. */
    private static java.net.http.HttpResponse<String> sendWhenBack(
            TestPort port, TestPort.Member merchant, io.kouan.ceb.message.Bytes order) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> port.send(merchant, order),
                        answer -> !TestPort.at(answer, "/code").equals("EX-1203"));
    }
}
