package io.kouan.platform.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kouan.ceb.message.Document;
import io.kouan.ceb.sample.SampleChain;
import io.kouan.ceb.sample.SampleEnterprise.Role;
import io.kouan.platform.MovableClock;
import io.kouan.platform.TestMessages;
import io.kouan.platform.TestPort;
import io.kouan.platform.TestPort.Member;
import io.kouan.platform.exchange.Bells;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code kouan.match.window}, through the door, the running intake, and the receipts that a client fetches. */
class MatchWindowTest {

    private static final MovableClock CLOCK = new MovableClock();

    private static TestPort port;

    @BeforeAll
    static void start() {
        port = TestPort.startAt(CLOCK, "--kouan.match.window=6h");
    }

    @AfterAll
    static void stop() {
        port.close();
    }

    @Test
    void anInventoryIsReturnedWhenTheWindowClosesAndMayBeDeclaredAnew() {
        var parcel = TestMessages.chain();
        var agent = port.member(parcel.agent());
        send(port.member(Role.PLATFORM), "CEB311", parcel.order());
        send(agent, "CEB621", parcel.inventory());
        awaitReceipts(parcel, "2");
        assertThat(receipts(agent)).contains("支付信息不存在", "运单信息不存在");

        pass(Duration.ofHours(5));
        var other = TestMessages.chain();
        send(port.member(Role.PAYMENT), "CEB411", other.payment());
        await().untilAsserted(() -> assertThat(port.count("document", "order_no = ?", other.orderNo()))
                .as("the intake has looked at the new time")
                .isEqualTo(1));
        awaitReceipts(parcel, "2");

        pass(Duration.ofHours(2));
        awaitReceipts(parcel, "2", "100");
        assertThat(receipts(agent)).contains("<returnStatus>100</returnStatus>", "支付、运单");

        send(port.member(Role.PAYMENT), "CEB411", parcel.payment());
        send(port.member(Role.LOGISTICS), "CEB511", parcel.waybill());
        var anew = new Document(
                parcel.inventory()
                        .head()
                        .edit()
                        .set("guid", TestMessages.guid())
                        .build(),
                parcel.inventory().lines());
        send(agent, "CEB621", anew);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(port.count(
                                "document",
                                "order_no = ? and message_type = 'CEB621' and status = 800",
                                parcel.orderNo()))
                        .isEqualTo(1));
        assertThat(statuses(parcel)).as("what was returned stays returned").containsExactly("2", "100");
    }

    private static void pass(Duration time) {
        CLOCK.move(time);
        port.bean(Bells.class).journal().ring();
    }

    private static void awaitReceipts(SampleChain parcel, String... statuses) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(statuses(parcel)).containsExactly(statuses));
    }

    /** What the receipts to the first inventory say, in their order. */
    private static List<String> statuses(SampleChain parcel) {
        return port.db()
                .sql("select r.statuses from receipt r join document d on d.position = r.source where d.guid = :guid"
                        + " order by r.number")
                .param("guid", parcel.inventory().head().text("guid"))
                .query(String.class)
                .list();
    }

    /** All receipts of a channel, as its own software fetches them. */
    private static String receipts(Member member) {
        return port.get(member, "/api/v1/receipts?after=0&limit=100").body();
    }

    private static void send(Member sender, String type, Document document) {
        var message = TestMessages.message(type, sender.enterprise(), List.of(document));
        assertThat(port.send(sender, TestMessages.signed(message, sender.key())).statusCode())
                .isEqualTo(202);
    }
}
