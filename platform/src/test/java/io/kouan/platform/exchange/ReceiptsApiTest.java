package io.kouan.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.sample.SampleEnterprise.Role;
import io.kouan.platform.TestMessages;
import io.kouan.platform.TestPort;
import io.kouan.platform.TestPort.Member;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Receipts are fetched in order, at least once, by the channel they are for and by nobody else. */
class ReceiptsApiTest {

    private final TestPort port = TestPort.shared();
    private final Member carrier = port.member(Role.LOGISTICS);
    private final Member payer = port.member(Role.PAYMENT);
    private long before;

    @BeforeEach
    void acknowledgeWhatIsThere() {
        before = Long.parseLong(TestPort.at(fetch("limit=1000"), "/next"));
        port.post(carrier, "/api/v1/receipts/ack", "{\"upTo\":" + before + "}");
    }

    @Test
    void whoWaitsIsWokenByTheFirstReceipt() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = threads.submit(() -> port.get(carrier, "/api/v1/receipts?wait=60"));
            var ack = send();

            var page = waiting.get();

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(TestPort.at(page, "/receipts/0/type")).isEqualTo("CEB512");
            assertThat(TestPort.at(page, "/receipts/0/source")).isEqualTo(TestPort.at(ack, "/position"));
            assertThat(TestPort.at(page, "/receipts/0/messageId")).isEqualTo(TestPort.at(ack, "/messageId"));
            assertThat(TestPort.at(page, "/receipts/0/body")).contains("<returnStatus>2</returnStatus>");
        }
    }

    @Test
    void theyComeAgainUntilTheyAreAcknowledged() {
        var first = sendAndFetch();
        var again = fetch("wait=0");
        var number = TestPort.at(first, "/next");

        var acknowledged = port.post(carrier, "/api/v1/receipts/ack", "{\"upTo\":" + number + "}");
        var rest = fetch("wait=0");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(TestPort.at(acknowledged, "/acknowledged")).isEqualTo(number);
        assertThat(TestPort.at(rest, "/receipts/0/number")).isEmpty();
        assertThat(TestPort.at(rest, "/next")).isEqualTo(number);
        assertThat(fetch("after=" + before).body())
                .as("an older number still works")
                .isEqualTo(first.body());
    }

    @Test
    void theCursorGoesNeitherBackNorBeyondTheNewest() {
        var number = TestPort.at(sendAndFetch(), "/next");
        port.post(carrier, "/api/v1/receipts/ack", "{\"upTo\":" + number + "}");

        var back = port.post(carrier, "/api/v1/receipts/ack", "{\"upTo\":0}");
        var beyond = port.post(carrier, "/api/v1/receipts/ack", "{\"upTo\":999999999}");

        assertThat(TestPort.at(back, "/acknowledged")).isEqualTo(number);
        assertThat(beyond.statusCode()).isEqualTo(400);
        assertThat(TestPort.at(beyond, "/code")).isEqualTo("EX-1006");
    }

    @Test
    void aChannelSeesItsOwnOnly() {
        var ack = send();
        fetch("wait=60");

        var others = port.get(payer, "/api/v1/receipts?after=0");
        var message = port.get(payer, "/api/v1/messages/" + TestPort.at(ack, "/messageId"));

        assertThat(others.body()).doesNotContain(TestPort.at(ack, "/messageId"));
        assertThat(message.statusCode()).isEqualTo(404);
        assertThat(TestPort.at(message, "/code")).isEqualTo("EX-1007");
    }

    @Test
    void aMessageTellsWhatBecameOfIt() {
        var receipts = sendAndFetch();
        var id = TestPort.at(receipts, "/receipts/0/messageId");

        var status = port.get(carrier, "/api/v1/messages/" + id);

        assertThat(TestPort.at(status, "/verdict")).isEqualTo("ACCEPTED");
        assertThat(TestPort.at(status, "/position")).isEqualTo(TestPort.at(receipts, "/receipts/0/source"));
        assertThat(TestPort.at(status, "/documents/0/type")).isEqualTo("CEB511");
        assertThat(TestPort.at(status, "/documents/0/status")).isEqualTo("120");
        assertThat(TestPort.at(status, "/receipts/0")).isEqualTo(TestPort.at(receipts, "/receipts/0/number"));
    }

    @Test
    void aRefusedMessageIsKeptForItsOwnerAndAnswered() {
        var refused = port.send(carrier, io.kouan.ceb.message.Bytes.utf8("<nonsense/>"));

        var receipts = fetch("wait=60");
        var status = port.get(carrier, "/api/v1/messages/" + TestPort.at(refused, "/messageId"));

        assertThat(TestPort.at(receipts, "/receipts/0/type")).isEqualTo("CEB900");
        assertThat(TestPort.at(status, "/verdict")).isEqualTo("REFUSED");
        assertThat(TestPort.at(status, "/findings/0/code")).isEqualTo(TestPort.at(refused, "/code"));
    }

    @Test
    void parametersOutOfRangeAreExplained() {
        for (String query : new String[] {"wait=61", "wait=-1", "limit=0", "limit=1001", "after=-1", "after=soon"}) {
            var answer = port.get(carrier, "/api/v1/receipts?" + query);

            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(TestPort.at(answer, "/code")).isEqualTo("EX-1006");
        }
    }

    @Test
    void withoutKeyNothingIsTold() {
        var stranger = new Member(carrier.enterprise(), "kouan_guessed", carrier.key());

        for (String path : new String[] {"/api/v1/receipts", "/api/v1/messages/x"}) {
            assertThat(port.get(stranger, path).statusCode()).as(path).isEqualTo(401);
        }
        assertThat(port.post(stranger, "/api/v1/receipts/ack", "{\"upTo\":1}").statusCode())
                .isEqualTo(401);
    }

    private HttpResponse<String> send() {
        var waybill = TestMessages.message(
                "CEB511", carrier.enterprise(), List.of(TestMessages.chain().waybill()));
        var answer = port.send(carrier, TestMessages.signed(waybill, carrier.key()));
        assertThat(answer.statusCode()).isEqualTo(202);
        return answer;
    }

    /** Both receipts of a waybill come in one transaction. */
    private HttpResponse<String> sendAndFetch() {
        send();
        return fetch("wait=60");
    }

    private HttpResponse<String> fetch(String query) {
        return port.get(carrier, "/api/v1/receipts?" + query);
    }
}
