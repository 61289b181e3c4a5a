package io.kouan.platform.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.sample.SampleEnterprise.Role;
import io.kouan.ceb.sample.SampleWorld;
import io.kouan.platform.TestMessages;
import io.kouan.platform.TestPort;
import io.kouan.platform.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox is filled once, whatever an earlier attempt has left behind. */
class FirstStartTest {

    @TempDir
    Path folder;

    @Test
    void anInterruptedFirstStartIsFinishedByTheNextOne() throws IOException {
        var database = TestDatabase.fresh();
        var home = folder.resolve("home");
        try (var port = TestPort.start(home, database)) {
            assertThat(permissions(home.resolve("sandbox/sandbox.json"))).isEqualTo("rw-------");
            assertWorks(port);
        }

        // as if it had been killed before the file was written and after most keys were
        Files.delete(home.resolve("sandbox/sandbox.json"));
        Files.delete(
                home.resolve("sandbox").resolve(SampleWorld.first(Role.MERCHANT).customsCode() + ".p12"));

        try (var port = TestPort.start(home, database)) {
            assertWorks(port);
            assertThat(port.count("enterprise", "true"))
                    .isEqualTo(SampleWorld.enterprises().size());
            assertThat(port.count("channel", "true"))
                    .isEqualTo(SampleWorld.enterprises().size());
        }
    }

    @Test
    void aNewHomeOnAnOldDatabaseGetsKeysOfItsOwn() {
        var database = TestDatabase.fresh();
        try (var port = TestPort.start(folder.resolve("first"), database)) {
            assertWorks(port);
        }
        try (var port = TestPort.start(folder.resolve("second"), database)) {
            assertWorks(port);
        }
    }

    private static void assertWorks(TestPort port) {
        var merchant = port.member(Role.MERCHANT);
        var order = TestMessages.signed(TestMessages.order(merchant.enterprise()), merchant.key());

        assertThat(port.send(merchant, order).statusCode()).isEqualTo(202);
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
