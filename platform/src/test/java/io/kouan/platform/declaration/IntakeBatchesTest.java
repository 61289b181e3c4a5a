package io.kouan.platform.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kouan.ceb.message.Document;
import io.kouan.ceb.sample.Defect;
import io.kouan.ceb.sample.SampleChain;
import io.kouan.platform.TestMessages;
import io.kouan.platform.TestPort;
import io.kouan.platform.database.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the journal is cut into batches, and where it is stopped, makes no difference to documents and receipts. */
class IntakeBatchesTest {

    private static final int EVERYTHING = Integer.MAX_VALUE;

    private static StandingIntake standing;

    @BeforeAll
    static void start() {
        standing = new StandingIntake(TestPort.start());
    }

    @AfterAll
    static void stop() {
        standing.port().close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7})
    void aBoundaryBetweenTheDocumentsOfOneParcelMakesNoDifference(int messages) {
        var parcels = List.of(TestMessages.chain(), TestMessages.chain(), TestMessages.chain());
        interleaved(parcels);

        standing.drain(messages, EVERYTHING);

        parcels.forEach(standing::isReleased);
    }

    @Test
    void moreThanFiveHundredMessagesAtOnceAreTakenInBatchesThatCutAParcel() {
        standing.drain(500, EVERYTHING);
        long before = standing.cursor();
        var early = TestMessages.chain();
        standing.send(early, "CEB311", early.order());
        standing.send(early, "CEB411", early.payment());
        var parcels = new ArrayList<SampleChain>();
        for (int i = 0; i < 130; i++) {
            var parcel = TestMessages.chain();
            parcels.add(parcel);
            standing.sendAll(parcel);
        }
        standing.send(early, "CEB511", early.waybill());
        standing.send(early, "CEB621", early.inventory());
        var intake = standing.intake(standing.port().bean(DocumentCheck.class));

        assertThat(intake.step()).isTrue();
        assertThat(standing.cursor()).isEqualTo(before + 500);
        assertThat(standing.states(parcels.get(124)))
                .as("the parcel that the boundary cuts")
                .containsExactlyInAnyOrder("CEB311 120", "CEB621 2");
        StandingIntake.drain(intake);

        parcels.forEach(standing::isReleased);
        standing.isReleased(early);
    }

    @ParameterizedTest
    @EnumSource(Defect.class)
    void everyMismatchIsReturnedWithItsCodeWhateverComesLast(Defect defect) {
        for (String last : List.of("CEB311", "CEB411", "CEB511", "CEB621")) {
            var parcel = defect.in(TestMessages.chain());
            var documents = documents(parcel);
            documents.forEach((type, document) -> {
                if (!type.equals(last)) {
                    standing.send(parcel, type, document);
                }
            });
            standing.send(parcel, last, documents.get(last));

            standing.drain(1, EVERYTHING);

            assertThat(standing.receiptsOf(parcel.inventory()))
                    .as(defect + ", last comes " + last)
                    .containsExactly("2", "100");
            assertThat(standing.infoOf(parcel.inventory())).contains("[Code:" + defect.receiptCode() + ";Desc:");
            for (Document source : List.of(parcel.order(), parcel.payment(), parcel.waybill())) {
                assertThat(standing.receiptsOf(source)).containsExactly("2", "120");
            }
        }
    }

    @Test
    void aPortThatStopsInTheMiddleGoesOnWhereItWasAfterItsNextStart() {
        var database = TestDatabase.fresh();
        var parcels = List.of(TestMessages.chain(), TestMessages.chain(), TestMessages.chain(), TestMessages.chain());
        var first = TestPort.start(database);
        try (first) {
            var half = new StandingIntake(first);
            for (SampleChain parcel : parcels) {
                half.sendAll(parcel);
            }
            half.drain(3, 3);
            assertThat(half.cursor()).isLessThan(half.last());
            assertThat(half.states(parcels.get(2)))
                    .as("the parcel that the stop cuts")
                    .containsExactly("CEB621 2");
        }

        try (var second = TestPort.start(first.home(), database)) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(
                            () -> assertThat(second.count("document", "message_type = 'CEB621' and status = 800"))
                                    .isEqualTo(parcels.size()));
            var whole = new StandingIntake(second);
            parcels.forEach(whole::isReleased);
            assertThat(second.count("receipt", "true"))
                    .as("nothing is told twice")
                    .isEqualTo(parcels.size() * 9L);
        }
    }

    private static void interleaved(List<SampleChain> parcels) {
        for (String type : List.of("CEB621", "CEB311", "CEB411", "CEB511")) {
            parcels.forEach(
                    parcel -> standing.send(parcel, type, documents(parcel).get(type)));
        }
    }

    private static Map<String, Document> documents(SampleChain parcel) {
        var documents = new LinkedHashMap<String, Document>();
        documents.put("CEB621", parcel.inventory());
        documents.put("CEB311", parcel.order());
        documents.put("CEB411", parcel.payment());
        documents.put("CEB511", parcel.waybill());
        return Collections.unmodifiableMap(documents);
    }
}
