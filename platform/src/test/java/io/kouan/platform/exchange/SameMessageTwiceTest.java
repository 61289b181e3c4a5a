package io.kouan.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.sample.SampleEnterprise.Role;
import io.kouan.platform.TestMessages;
import io.kouan.platform.TestPort;
import io.kouan.platform.TestPort.Member;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Decision 8: the same message again gets the same answer; the same id with other content is a conflict. */
class SameMessageTwiceTest {

    private final TestPort port = TestPort.shared();
    private final Member merchant = port.member(Role.MERCHANT);

    @Test
    void theSameMessageGetsTheSameAnswerByteForByte() {
        var order = signed(TestMessages.order(merchant.enterprise()));

        var first = port.send(merchant, order);
        var second = port.send(merchant, order);

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body());
        assertStoredOnce(TestPort.at(first, "/messageId"));
    }

    @Test
    void theSameIdWithOtherContentIsAConflict() {
        var order = TestMessages.order(merchant.enterprise());
        var first = port.send(merchant, signed(order));
        // RSA signs the same bytes alike, so the content itself has to differ
        var other = TestMessages.order(merchant.enterprise());
        var disguised = new io.kouan.ceb.message.CebMessage(
                other.type(),
                order.guid(),
                other.version(),
                other.documents(),
                other.transfer(),
                other.subscriptions(),
                other.extension());

        var second = port.send(merchant, signed(disguised));

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(TestPort.at(second, "/code")).isEqualTo("EX-1201");
        assertThat(TestPort.at(second, "/findings/0/values/position")).isEqualTo(TestPort.at(first, "/position"));
        assertStoredOnce(order.guid());
    }

    @Test
    void anotherSenderMayUseTheSameId() {
        var payer = port.member(Role.PAYMENT);
        var chain = TestMessages.chain();
        var guid = TestMessages.guid();
        var order =
                io.kouan.ceb.sample.SampleChains.message("CEB311", merchant.enterprise(), guid, List.of(chain.order()));
        var payment =
                io.kouan.ceb.sample.SampleChains.message("CEB411", payer.enterprise(), guid, List.of(chain.payment()));

        assertThat(port.send(merchant, signed(order)).statusCode()).isEqualTo(202);
        assertThat(port.send(payer, TestMessages.signed(payment, payer.key())).statusCode())
                .isEqualTo(202);
    }

    @Test
    void twoConnectionsAtTheSameInstantStoreItOnce() throws Exception {
        for (int round = 0; round < 40; round++) {
            var order = signed(TestMessages.order(merchant.enterprise()));

            var answers = atOnce(List.of(order, order));

            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(202));
            assertThat(answers.getFirst().body()).isEqualTo(answers.getLast().body());
            assertStoredOnce(TestPort.at(answers.getFirst(), "/messageId"));
        }
    }

    @Test
    void withinOneBatchTheyAreStoredOnceToo() throws Exception {
        var order = signed(TestMessages.order(merchant.enterprise()));
        var others = new ArrayList<Bytes>(List.of(order, order));
        others.add(signed(TestMessages.order(merchant.enterprise())));

        List<HttpResponse<String>> answers;
        try (var lock = port.bean(javax.sql.DataSource.class).getConnection()) {
            // nobody can write to the journal, so that what comes in waits and is written together
            lock.setAutoCommit(false);
            lock.createStatement().execute("lock table message in exclusive mode");
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var blocked =
                        threads.submit(() -> port.send(merchant, signed(TestMessages.order(merchant.enterprise()))));
                awaitWriterBlocked();
                var waiting = send(others, threads);
                awaitQueue(others.size());
                lock.rollback();
                answers = collect(waiting);
                assertThat(blocked.get().statusCode()).isEqualTo(202);
            }
        }

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(202));
        assertThat(answers.get(0).body()).isEqualTo(answers.get(1).body());
        assertStoredOnce(TestPort.at(answers.get(0), "/messageId"));
        assertStoredOnce(TestPort.at(answers.get(2), "/messageId"));
    }

    @Test
    void positionsHaveNoGaps() {
        long gaps = port.db()
                .sql("select coalesce(max(position) - count(*), 0) from message")
                .query(Long.class)
                .single();

        assertThat(gaps).isZero();
    }

    private Bytes signed(io.kouan.ceb.message.CebMessage message) {
        return TestMessages.signed(message, merchant.key());
    }

    private List<HttpResponse<String>> atOnce(List<Bytes> messages) throws Exception {
        var barrier = new CyclicBarrier(messages.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Callable<HttpResponse<String>>>();
            messages.forEach(message -> calls.add(() -> {
                barrier.await();
                return port.send(merchant, message);
            }));
            return collect(threads.invokeAll(calls));
        }
    }

    private List<Future<HttpResponse<String>>> send(
            List<Bytes> messages, java.util.concurrent.ExecutorService threads) {
        return messages.stream()
                .map(message -> threads.submit(() -> port.send(merchant, message)))
                .toList();
    }

    private static List<HttpResponse<String>> collect(List<Future<HttpResponse<String>>> answers)
            throws InterruptedException, ExecutionException {
        var collected = new ArrayList<HttpResponse<String>>();
        for (var answer : answers) {
            collected.add(answer.get());
        }
        return collected;
    }

    private void awaitWriterBlocked() {
        org.awaitility.Awaitility.await()
                .until(() -> port.count("pg_locks", "relation = 'message'::regclass and not granted") > 0);
    }

    private void awaitQueue(int messages) {
        org.awaitility.Awaitility.await()
                .until(() -> port.bean(JournalWriter.class).waiting() >= messages);
    }

    private void assertStoredOnce(String messageId) {
        assertThat(port.count(
                        "message",
                        "message_id = ? and dxp_id = ?",
                        messageId,
                        merchant.enterprise().dxpId()))
                .isEqualTo(1);
    }
}
