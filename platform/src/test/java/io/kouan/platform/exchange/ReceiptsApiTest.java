package io.kouan.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.sample.SampleEnterprise.Role;
import io.kouan.platform.TestMessages;
import io.kouan.platform.TestPort;
import io.kouan.platform.TestPort.Member;
import java.net.http.HttpResponse;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Receipts are fetched in order, at least once, by the channel they are for and by nobody else. */
class ReceiptsApiTest {

    private final TestPort port = TestPort.start();
    private final Member merchant = port.member(Role.MERCHANT);
    private final Member payer = port.member(Role.PAYMENT);

    @AfterEach
    void stop() {
        port.close();
    }

    @Test
    void whoWaitsIsWokenByTheFirstReceipt() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = threads.submit(() -> port.get(merchant, "/api/v1/receipts?wait=60"));
            var ack = send();

            var page = waiting.get();

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(TestPort.at(page, "/receipts/0/type")).isEqualTo("CEB312");
            assertThat(TestPort.at(page, "/receipts/0/source")).isEqualTo(TestPort.at(ack, "/position"));
            assertThat(TestPort.at(page, "/receipts/0/messageId")).isEqualTo(TestPort.at(ack, "/messageId"));
            assertThat(TestPort.at(page, "/receipts/0/body")).contains("<returnStatus>2</returnStatus>");
            assertThat(TestPort.at(page, "/next")).isEqualTo(TestPort.at(page, "/receipts/1/number"));
        }
    }

    @Test
    void theyComeAgainUntilTheyAreAcknowledged() {
        send();
        var first = fetch("wait=60");
        var again = fetch("wait=0");
        var number = TestPort.at(first, "/next");

        var acknowledged = port.post(merchant, "/api/v1/receipts/ack", "{\"upTo\":" + number + "}");
        var rest = fetch("wait=0");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(TestPort.at(acknowledged, "/acknowledged")).isEqualTo(number);
        assertThat(TestPort.at(rest, "/receipts/0/number")).isEmpty();
        assertThat(TestPort.at(rest, "/next")).isEqualTo(number);
        assertThat(fetch("after=0").body()).as("an older number still works").isEqualTo(first.body());
    }

    @Test
    void theCursorGoesNeitherBackNorBeyondTheNewest() {
        send();
        var number = TestPort.at(fetch("wait=60"), "/next");
        port.post(merchant, "/api/v1/receipts/ack", "{\"upTo\":" + number + "}");

        var back = port.post(merchant, "/api/v1/receipts/ack", "{\"upTo\":0}");
        var beyond = port.post(merchant, "/api/v1/receipts/ack", "{\"upTo\":999999}");

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

        assertThat(TestPort.at(others, "/receipts/0/number")).isEmpty();
        assertThat(message.statusCode()).isEqualTo(404);
        assertThat(TestPort.at(message, "/code")).isEqualTo("EX-1007");
    }

    @Test
    void aMessageTellsWhatBecameOfIt() {
        var ack = send();
        var receipt = TestPort.at(fetch("wait=60"), "/receipts/0/number");

        var status = port.get(merchant, "/api/v1/messages/" + TestPort.at(ack, "/messageId"));

        assertThat(TestPort.at(status, "/verdict")).isEqualTo("ACCEPTED");
        assertThat(TestPort.at(status, "/position")).isEqualTo(TestPort.at(ack, "/position"));
        assertThat(TestPort.at(status, "/documents/0/type")).isEqualTo("CEB311");
        assertThat(TestPort.at(status, "/documents/0/status")).isEqualTo("120");
        assertThat(TestPort.at(status, "/receipts/0")).isEqualTo(receipt);
    }

    @Test
    void aRefusedMessageIsKeptForItsOwnerAndAnswered() {
        var refused = port.send(merchant, io.kouan.ceb.message.Bytes.utf8("<nonsense/>"));

        var receipts = fetch("wait=60");
        var status = port.get(merchant, "/api/v1/messages/" + TestPort.at(refused, "/messageId"));

        assertThat(TestPort.at(receipts, "/receipts/0/type")).isEqualTo("CEB900");
        assertThat(TestPort.at(status, "/verdict")).isEqualTo("REFUSED");
        assertThat(TestPort.at(status, "/findings/0/code")).isEqualTo(TestPort.at(refused, "/code"));
    }

    @Test
    void withoutKeyNothingIsTold() {
        var stranger = new Member(merchant.enterprise(), "kouan_guessed", merchant.key());

        for (String path : new String[] {"/api/v1/receipts", "/api/v1/messages/x"}) {
            assertThat(port.get(stranger, path).statusCode()).as(path).isEqualTo(401);
        }
        assertThat(port.post(stranger, "/api/v1/receipts/ack", "{\"upTo\":1}").statusCode())
                .isEqualTo(401);
    }

    private HttpResponse<String> send() {
        var answer =
                port.send(merchant, TestMessages.signed(TestMessages.order(merchant.enterprise()), merchant.key()));
        assertThat(answer.statusCode()).isEqualTo(202);
        return answer;
    }

    private HttpResponse<String> fetch(String query) {
        return port.get(merchant, "/api/v1/receipts?" + query);
    }
}
