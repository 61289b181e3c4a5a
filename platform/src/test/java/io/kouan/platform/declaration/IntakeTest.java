package io.kouan.platform.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kouan.ceb.message.Document;
import io.kouan.ceb.sample.SampleChain;
import io.kouan.ceb.sample.SampleEnterprise;
import io.kouan.ceb.sample.SampleEnterprise.Role;
import io.kouan.platform.TestMessages;
import io.kouan.platform.TestPort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** The intake behind the real door, with real senders and a real database. */
class IntakeTest {

    private static final TestPort PORT = TestPort.shared();

    @Test
    void documentsOfTwentyFourParcelsInTwentyFourOrdersAllEndTheSame() {
        var orders = DecisionsTest.orders().toList();
        var parcels = new ArrayList<SampleChain>();
        for (List<String> order : orders) {
            var parcel = TestMessages.chain();
            parcels.add(parcel);
            order.forEach(type -> assertThat(send(parcel, type)).isEqualTo(202));
        }

        parcels.forEach(IntakeTest::isReleased);
    }

    @Test
    void fourSendersAtTheSameInstantMakeNoDifference() throws Exception {
        var parcels = List.of(TestMessages.chain(), TestMessages.chain(), TestMessages.chain(), TestMessages.chain());
        var together = new CyclicBarrier(4);
        try (var senders = Executors.newFixedThreadPool(4)) {
            var sent = documents(parcels.getFirst()).keySet().stream()
                    .map(type -> senders.submit(() -> {
                        for (SampleChain parcel : parcels) {
                            together.await();
                            assertThat(send(parcel, type)).isEqualTo(202);
                        }
                        return type;
                    }))
                    .toList();
            for (var one : sent) {
                one.get();
            }
        }

        parcels.forEach(IntakeTest::isReleased);
    }

    private static int send(SampleChain parcel, String type) {
        var sender = PORT.member(sender(parcel, type));
        var document = documents(parcel).get(type);
        var message = TestMessages.message(type, sender.enterprise(), List.of(document));
        return PORT.send(sender, TestMessages.signed(message, sender.key())).statusCode();
    }

    private static SampleEnterprise sender(SampleChain parcel, String type) {
        return switch (type) {
            case "CEB311" -> PORT.member(Role.PLATFORM).enterprise();
            case "CEB411" -> PORT.member(Role.PAYMENT).enterprise();
            case "CEB511" -> PORT.member(Role.LOGISTICS).enterprise();
            default -> parcel.agent();
        };
    }

    private static Map<String, Document> documents(SampleChain parcel) {
        var documents = new LinkedHashMap<String, Document>();
        documents.put("CEB621", parcel.inventory());
        documents.put("CEB511", parcel.waybill());
        documents.put("CEB411", parcel.payment());
        documents.put("CEB311", parcel.order());
        return documents;
    }

    private static void isReleased(SampleChain parcel) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(states(parcel))
                        .containsExactlyInAnyOrder("CEB311 120", "CEB411 120", "CEB511 120", "CEB621 800"));
    }

    private static List<String> states(SampleChain parcel) {
        return PORT.db()
                .sql("select message_type || ' ' || status from document where order_no = :order and alive")
                .param("order", parcel.orderNo())
                .query(String.class)
                .list();
    }
}
