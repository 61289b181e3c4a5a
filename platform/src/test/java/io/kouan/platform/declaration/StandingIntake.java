package io.kouan.platform.declaration;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A whole port whose own intake stands still, so that a test takes the journal step by step with the real parts. */
final class StandingIntake {

    private static final Duration WINDOW = Duration.ofHours(24);

    private final TestPort port;

    StandingIntake(TestPort port) {
        this.port = port;
        port.bean(Intake.class).stop();
    }

    TestPort port() {
        return port;
    }

    Intake intake(DocumentCheck check) {
        return intake(check, port.bean(Clock.class));
    }

    Intake intake(DocumentCheck check, Clock clock) {
        return new Intake(
                port.bean(JdbcTemplate.class),
                port.bean(JournalReader.class),
                batch(check),
                port.bean(Bells.class),
                clock,
                WINDOW);
    }

    /** The real batch with a check of ours, in real transactions. */
    IntakeBatch batch(DocumentCheck check) {
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

    /** Takes what is new in batches of at most so many messages, until nothing is left or so many batches are taken. */
    void drain(int messages, int batches) {
        var batch = batch(port.bean(DocumentCheck.class));
        var journal = port.bean(JournalReader.class);
        for (int i = 0; i < batches; i++) {
            long position = cursor();
            var next = journal.next(position, messages, Long.MAX_VALUE);
            if (next.isEmpty()) {
                return;
            }
            assertThat(batch.process(position, next, Set.of())).isNotNegative();
        }
    }

    static void drain(Intake intake) {
        boolean more = intake.step();
        while (more) {
            more = intake.step();
        }
    }

    void sendAll(SampleChain parcel) {
        send(parcel, "CEB621", parcel.inventory());
        send(parcel, "CEB311", parcel.order());
        send(parcel, "CEB411", parcel.payment());
        send(parcel, "CEB511", parcel.waybill());
    }

    void send(SampleChain parcel, String type, Document document) {
        var sender = switch (type) {
            case "CEB311" -> port.member(Role.PLATFORM);
            case "CEB411" -> port.member(Role.PAYMENT);
            case "CEB511" -> port.member(Role.LOGISTICS);
            default -> port.member(parcel.agent());
        };
        assertThat(send(sender, type, List.of(document))).isEqualTo(202);
    }

    int send(Member sender, String type, List<Document> documents) {
        var message = TestMessages.message(type, sender.enterprise(), documents);
        return port.send(sender, TestMessages.signed(message, sender.key())).statusCode();
    }

    /** Released, every document once, and each sender was told exactly what happened. */
    void isReleased(SampleChain parcel) {
        assertThat(states(parcel)).containsExactlyInAnyOrder("CEB311 120", "CEB411 120", "CEB511 120", "CEB621 800");
        for (Document source : List.of(parcel.order(), parcel.payment(), parcel.waybill())) {
            assertThat(receiptsOf(source)).containsExactly("2", "120");
        }
        assertThat(receiptsOf(parcel.inventory())).containsExactly("2", "120", "800");
    }

    List<String> states(SampleChain parcel) {
        return texts(
                "select message_type || ' ' || status from document where alive and order_no = ?", parcel.orderNo());
    }

    /** Types and statuses of the receipts to a message. */
    List<String> receipts(long source) {
        return texts("select receipt_type || ' ' || statuses from receipt where source = ? order by number", source);
    }

    /** Statuses of the receipts that hold a record of this document, in their order. */
    List<String> receiptsOf(Document document) {
        return texts(
                "select r.statuses from receipt r join document d on d.position = r.source where d.guid = ? order by r.number",
                document.head().text("guid"));
    }

    /** The text of the newest receipt to this document. */
    String infoOf(Document document) {
        return texts(
                        "select return_info from document where guid = ?",
                        document.head().text("guid"))
                .getFirst();
    }

    long last() {
        return Long.parseLong(texts("select max(position)::text from message").getFirst());
    }

    long cursor() {
        return Long.parseLong(texts("select position::text from intake_cursor where name = 'intake'")
                .getFirst());
    }

    private List<String> texts(String sql, Object... values) {
        return port.db().sql(sql).params(values).query(String.class).list();
    }
}
