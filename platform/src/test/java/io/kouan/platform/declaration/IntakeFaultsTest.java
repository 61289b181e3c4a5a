package io.kouan.platform.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.message.Document;
import io.kouan.ceb.sample.SampleEnterprise.Role;
import io.kouan.platform.TestMessages;
import io.kouan.platform.TestPort;
import io.kouan.platform.exchange.JournalReader;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What everybody else meets when our own side fails: the port's intake stands still, and ours goes step by step. */
class IntakeFaultsTest {

    private static StandingIntake standing;

    @BeforeAll
    static void start() {
        standing = new StandingIntake(TestPort.start());
    }

    @AfterAll
    static void stop() {
        standing.port().close();
    }

    @Test
    void aMessageThatNobodyCanReadIsAnsweredAndDelaysNobody() {
        var before = TestMessages.chain();
        standing.send(before, "CEB311", before.order());
        long lost = standing.last();
        standing.port()
                .db()
                .sql("update message set body = 'no message at all'::bytea where position = :lost")
                .param("lost", lost)
                .update();
        var after = TestMessages.chain();
        standing.sendAll(after);

        StandingIntake.drain(standing.intake((type, document) -> List.of()));

        assertThat(standing.receipts(lost)).containsExactly("CEB900 -999999");
        standing.isReleased(after);
    }

    @Test
    void aDocumentThatADecisionFailsAtIsRefusedAndNothingHalfDoneStays() {
        var poisoned = TestMessages.chain();
        var other = TestMessages.chain();
        standing.sendAll(poisoned);
        standing.sendAll(other);
        var guid = poisoned.payment().head().text("guid");

        StandingIntake.drain(standing.intake((type, document) -> failAt(guid, document)));

        standing.isReleased(other);
        assertThat(standing.states(poisoned)).containsExactlyInAnyOrder("CEB311 120", "CEB511 120", "CEB621 2");
        assertThat(standing.receiptsOf(poisoned.payment())).hasSize(1).doesNotContain("2", "120");
    }

    @Test
    void aMessageThatFailsAsAWholeIsSkippedWithAnAnswer() {
        var orders = new ArrayList<Document>();
        for (int i = 0; i < 30; i++) {
            orders.add(TestMessages.chain().order());
        }
        assertThat(standing.send(standing.port().member(Role.PLATFORM), "CEB311", orders))
                .isEqualTo(202);
        long bad = standing.last();
        var after = TestMessages.chain();
        standing.sendAll(after);
        var guids = orders.stream().map(order -> order.head().text("guid")).toList();

        StandingIntake.drain(standing.intake((type, document) -> {
            guids.forEach(guid -> failAt(guid, document));
            return List.of();
        }));

        assertThat(standing.receipts(bad)).containsExactly("CEB900 -999999");
        standing.isReleased(after);
    }

    @Test
    void anIntakeThatStopsBetweenBatchesGoesOnWhereItWas() {
        var parcel = TestMessages.chain();
        standing.sendAll(parcel);
        var batch = standing.batch((type, document) -> List.of());
        var journal = standing.port().bean(JournalReader.class);
        long position = standing.cursor();
        var next = journal.next(position, 1, 1_000_000);
        while (!next.isEmpty()) {
            assertThat(batch.process(position, next, Set.of())).isPositive();
            assertThat(batch.process(position, next, Set.of()))
                    .as("the same again")
                    .isEqualTo(-1);
            position = standing.cursor();
            next = journal.next(position, 1, 1_000_000);
        }

        standing.isReleased(parcel);
        assertThat(standing.receipts(standing.last())).containsExactly("CEB512 2", "CEB512 120");
    }

    @Test
    void whatWaitedIsNotGivenUpWhileTheMissingDocumentStandsInTheJournal() {
        var parcel = TestMessages.chain();
        standing.send(parcel, "CEB311", parcel.order());
        standing.send(parcel, "CEB511", parcel.waybill());
        standing.send(parcel, "CEB621", parcel.inventory());
        StandingIntake.drain(standing.intake((type, document) -> List.of()));
        standing.send(parcel, "CEB411", parcel.payment());
        var later = Clock.offset(standing.port().bean(Clock.class), Duration.ofHours(48));

        StandingIntake.drain(standing.intake((type, document) -> List.of(), later));

        standing.isReleased(parcel);
    }

    private static List<Finding> failAt(String guid, Document document) {
        if (document.head().text("guid").equals(guid)) {
            throw new IllegalStateException("a fault of ours");
        }
        return List.of();
    }
}
