package io.kouan.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.sample.SampleEnterprise.Role;
import io.kouan.platform.TestMessages;
import io.kouan.platform.TestPort;
import io.kouan.platform.TestPort.Member;
import io.kouan.platform.database.TestServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While the database is away every sender is told so, and when it is back everything is there once. */
class DatabaseAwayTest {

    private static final Duration AWAY = Duration.ofSeconds(10);
    private static final int SENDERS = 4;

    @TempDir
    Path folder;

    @Test
    void tenSecondsWithoutDatabaseLoseNothingAndStoreNothingTwice() throws Exception {
        try (var server = TestServer.start(folder.resolve("postgres"));
                var port = TestPort.start(server.database())) {
            var merchant = port.member(Role.MERCHANT);
            var acks = new ConcurrentHashMap<String, String>();
            var enough = new AtomicBoolean();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var senders = IntStream.range(0, SENDERS)
                        .<Callable<Void>>mapToObj(sender -> () -> sendUntil(enough, port, merchant, acks))
                        .map(threads::submit)
                        .toList();
                Awaitility.await().until(() -> acks.size() > 20);

                server.stop();
                everybodyIsToldToTryAgain(port, merchant);
                server.restart();

                int before = acks.size();
                Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> acks.size() > before + 20);
                enough.set(true);
                for (var sender : senders) {
                    sender.get();
                }
            }
            assertEverythingIsThereOnce(port, acks);
        }
    }

    @Test
    void aKilledDatabaseThatRecoversLosesNothingEither() throws Exception {
        try (var server = TestServer.start(folder.resolve("postgres"));
                var port = TestPort.start(server.database())) {
            var merchant = port.member(Role.MERCHANT);
            var acks = new ConcurrentHashMap<String, String>();
            var enough = new AtomicBoolean();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var sender = threads.submit((Callable<Void>) () -> sendUntil(enough, port, merchant, acks));
                Awaitility.await().until(() -> acks.size() > 10);

                server.kill();
                server.restart();

                int before = acks.size();
                Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> acks.size() > before + 10);
                enough.set(true);
                sender.get();
            }
            assertEverythingIsThereOnce(port, acks);
        }
    }

    private static void everybodyIsToldToTryAgain(TestPort port, Member merchant) {
        long back = System.nanoTime() + AWAY.toNanos();
        while (System.nanoTime() < back) {
            var message = port.send(merchant, order(merchant));
            assertIsToldToTryAgain(message);
            assertIsToldToTryAgain(port.get(merchant, "/api/v1/receipts?after=0"));
        }
    }

    private static void assertIsToldToTryAgain(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(TestPort.at(answer, "/code")).isEqualTo("EX-1203");
    }

    /** Sends each message until it is acknowledged, as a client does. */
    private static Void sendUntil(
            AtomicBoolean enough, TestPort port, Member merchant, ConcurrentHashMap<String, String> acks) {
        while (!enough.get()) {
            var order = order(merchant);
            var answer = port.send(merchant, order);
            while (answer.statusCode() == 503 || answer.statusCode() == 429) {
                answer = port.send(merchant, order);
            }
            assertThat(answer.statusCode()).isEqualTo(202);
            acks.put(TestPort.at(answer, "/messageId"), TestPort.at(answer, "/position"));
        }
        return null;
    }

    private static Bytes order(Member merchant) {
        return TestMessages.signed(TestMessages.order(merchant.enterprise()), merchant.key());
    }

    private static void assertEverythingIsThereOnce(TestPort port, ConcurrentHashMap<String, String> acks) {
        acks.forEach((id, position) -> {
            assertThat(port.count("message", "message_id = ?", id)).as(id).isEqualTo(1);
            assertThat(port.count("message", "message_id = ? and position = ?", id, Long.parseLong(position)))
                    .isEqualTo(1);
        });
        assertThat(port.db()
                        .sql("select max(position) - count(*) from message")
                        .query(Long.class)
                        .single())
                .as("gaps in the journal")
                .isZero();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(answered(port))
                        .as("every message in the journal has its two receipts")
                        .allSatisfy(receipts -> assertThat(receipts).isEqualTo(2)));
    }

    private static List<Long> answered(TestPort port) {
        return port.db()
                .sql(
                        "select count(r.number) from message m left join receipt r on r.source = m.position group by m.position")
                .query(Long.class)
                .list();
    }
}
