package io.kouan.platform.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.message.Document;
import io.kouan.ceb.sample.SampleChain;
import io.kouan.ceb.sample.SampleEnterprise.Role;
import io.kouan.platform.TestMessages;
import io.kouan.platform.TestPort;
import io.kouan.platform.TestPort.Member;
import io.kouan.platform.customs.MatchRules;
import io.kouan.platform.exchange.Bells;
import io.kouan.platform.exchange.JournalEntry;
import io.kouan.platform.exchange.JournalReader;
import io.kouan.platform.exchange.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What everybody else meets when our own side fails: the port's intake stands still, and ours goes step by step. */
class IntakeFaultsTest {

    private static TestPort port;

    @BeforeAll
    static void start() {
        port = TestPort.start();
        port.bean(Intake.class).stop();
    }

    @AfterAll
    static void stop() {
        port.close();
    }

    @Test
    void aMessageThatNobodyCanReadIsAnsweredAndDelaysNobody() {
        var before = TestMessages.chain();
        send(before, "CEB311", before.order());
        long lost = last();
        port.db()
                .sql("update message set body = 'no message at all'::bytea where position = :lost")
                .param("lost", lost)
                .update();
        var after = TestMessages.chain();
        sendAll(after);

        drain(intake((type, document) -> List.of()));

        assertThat(receipts(lost)).containsExactly("CEB900 -999999");
        isReleased(after);
    }

    @Test
    void aDocumentThatADecisionFailsAtIsRefusedAndNothingHalfDoneStays() {
        var poisoned = TestMessages.chain();
        var other = TestMessages.chain();
        sendAll(poisoned);
        sendAll(other);
        var guid = poisoned.payment().head().text("guid");

        drain(intake((type, document) -> failAt(guid, document)));

        isReleased(other);
        assertThat(states(poisoned)).containsExactlyInAnyOrder("CEB311 120", "CEB511 120", "CEB621 2");
        assertThat(receiptsOf(guid)).hasSize(1).doesNotContain("2", "120");
    }

    @Test
    void aMessageThatFailsAsAWholeIsSkippedWithAnAnswer() {
        var orders = new ArrayList<Document>();
        for (int i = 0; i < 30; i++) {
            orders.add(TestMessages.chain().order());
        }
        assertThat(send(port.member(Role.PLATFORM), "CEB311", orders)).isEqualTo(202);
        long bad = last();
        var after = TestMessages.chain();
        sendAll(after);
        var guids = orders.stream().map(order -> order.head().text("guid")).toList();

        drain(intake((type, document) -> {
            guids.forEach(guid -> failAt(guid, document));
            return List.of();
        }));

        assertThat(receipts(bad)).containsExactly("CEB900 -999999");
        isReleased(after);
    }

    @Test
    void anIntakeThatStopsBetweenBatchesGoesOnWhereItWas() {
        var parcel = TestMessages.chain();
        sendAll(parcel);
        var batch = batch((type, document) -> List.of());
        var journal = port.bean(JournalReader.class);
        long position = cursor();
        var next = journal.next(position, 1, 1_000_000);
        while (!next.isEmpty()) {
            assertThat(batch.process(position, next, Set.of())).isPositive();
            assertThat(batch.process(position, next, Set.of()))
                    .as("the same again")
                    .isEqualTo(-1);
            position = cursor();
            next = journal.next(position, 1, 1_000_000);
        }

        isReleased(parcel);
        assertThat(receipts(last())).containsExactly("CEB512 2", "CEB512 120");
    }

    @Test
    void whatWaitedIsNotGivenUpWhileTheMissingDocumentStandsInTheJournal() {
        var parcel = TestMessages.chain();
        send(parcel, "CEB311", parcel.order());
        send(parcel, "CEB511", parcel.waybill());
        send(parcel, "CEB621", parcel.inventory());
        drain(intake((type, document) -> List.of()));
        send(parcel, "CEB411", parcel.payment());
        var later = Clock.offset(port.bean(Clock.class), Duration.ofHours(48));

        drain(intake((type, document) -> List.of(), later));

        isReleased(parcel);
    }

    private static List<Finding> failAt(String guid, Document document) {
        if (document.head().text("guid").equals(guid)) {
            throw new IllegalStateException("a fault of ours");
        }
        return List.of();
    }

    private static Intake intake(DocumentCheck check) {
        return intake(check, port.bean(Clock.class));
    }

    private static Intake intake(DocumentCheck check, Clock clock) {
        return new Intake(
                port.bean(JdbcTemplate.class),
                port.bean(JournalReader.class),
                batch(check),
                port.bean(Bells.class),
                clock,
                Duration.ofHours(24));
    }

    /** The real batch with a check of ours, in real transactions. */
    private static IntakeBatch batch(DocumentCheck check) {
        var transactions = new TransactionTemplate(port.bean(PlatformTransactionManager.class));
        return new IntakeBatch(
                port.bean(JdbcTemplate.class),
                port.bean(DocumentStore.class),
                port.bean(Outbox.class),
                check,
                MatchRules.STRICT,
                port.bean(Clock.class)) {

            @Override
            public int process(long expected, List<JournalEntry> entries, Set<Long> failing) {
                return transactions.execute(status -> super.process(expected, entries, failing));
            }

            @Override
            public void skip(long expected, JournalEntry entry) {
                transactions.executeWithoutResult(status -> super.skip(expected, entry));
            }
        };
    }

    private static void drain(Intake intake) {
        boolean more = intake.step();
        while (more) {
            more = intake.step();
        }
    }

    private static void sendAll(SampleChain parcel) {
        send(parcel, "CEB621", parcel.inventory());
        send(parcel, "CEB311", parcel.order());
        send(parcel, "CEB411", parcel.payment());
        send(parcel, "CEB511", parcel.waybill());
    }

    private static void send(SampleChain parcel, String type, Document document) {
        var sender = switch (type) {
            case "CEB311" -> port.member(Role.PLATFORM);
            case "CEB411" -> port.member(Role.PAYMENT);
            case "CEB511" -> port.member(Role.LOGISTICS);
            default -> port.member(parcel.agent());
        };
        assertThat(send(sender, type, List.of(document))).isEqualTo(202);
    }

    private static int send(Member sender, String type, List<Document> documents) {
        var message = TestMessages.message(type, sender.enterprise(), documents);
        return port.send(sender, TestMessages.signed(message, sender.key())).statusCode();
    }

    private static void isReleased(SampleChain parcel) {
        assertThat(states(parcel)).containsExactlyInAnyOrder("CEB311 120", "CEB411 120", "CEB511 120", "CEB621 800");
    }

    private static List<String> states(SampleChain parcel) {
        return texts(
                "select message_type || ' ' || status from document where alive and order_no = ?", parcel.orderNo());
    }

    private static List<String> receipts(long source) {
        return texts("select receipt_type || ' ' || statuses from receipt where source = ? order by number", source);
    }

    private static List<String> receiptsOf(String guid) {
        return texts(
                "select r.statuses from receipt r join document d on d.position = r.source where d.guid = ? order by r.number",
                guid);
    }

    private static long last() {
        return Long.parseLong(texts("select max(position)::text from message").getFirst());
    }

    private static long cursor() {
        return Long.parseLong(texts("select position::text from intake_cursor where name = 'intake'")
                .getFirst());
    }

    private static List<String> texts(String sql, Object... values) {
        return port.db().sql(sql).params(values).query(String.class).list();
    }
}
