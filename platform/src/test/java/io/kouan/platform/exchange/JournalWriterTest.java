package io.kouan.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.kouan.ceb.message.Bytes;
import io.kouan.platform.database.TestDatabase;
import io.kouan.platform.exchange.Submission.Facts;
import io.kouan.platform.transmission.Channel;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The one writer of the journal, with messages that are written together. */
class JournalWriterTest {

    private final HikariDataSource database = TestDatabase.fresh().pool();
    private final JournalWriter journal = new JournalWriter(database, new Bell());
    private Channel sender;

    @BeforeEach
    void registerSender() throws SQLException {
        try (var connection = database.getConnection();
                var row = connection
                        .createStatement()
                        .executeQuery("insert into enterprise (customs_code, credit_code, name_zh, name_en, created_at)"
                                + " values ('4404960001', '91440400MA00000000', '测试', 'Test', now()) returning id")) {
            row.next();
            sender = new Channel("DXPENT0000000001", row.getLong(1), "4404960001", "91440400MA00000000", "测试");
        }
    }

    @AfterEach
    void close() {
        journal.close();
        database.close();
    }

    @Test
    void givesPositionsWithoutGapsAndKeepsThemAfterARestart() throws Exception {
        assertThat(journal.append(submission("a"))).isEqualTo(new Appended.Stored(1));
        assertThat(journal.append(submission("b"))).isEqualTo(new Appended.Stored(2));
        try (var next = new JournalWriter(database, new Bell())) {
            assertThat(next.append(submission("c"))).isEqualTo(new Appended.Stored(3));
        }
    }

    @Test
    void theAckOfAMessageSeenBeforeIsTheFirstOneByteForByte() throws Exception {
        var first = submission("a");
        journal.append(first);

        var again = journal.append(submission("a"));

        assertThat(again).isInstanceOfSatisfying(Appended.Before.class, before -> {
            assertThat(before.isSame(first.digest())).isTrue();
            assertThat(before.first().json()).isEqualTo(first.ack(1).json());
        });
    }

    @Test
    void aRefusedMessageDoesNotUseItsIdUp() throws Exception {
        assertThat(journal.append(refused("a"))).isEqualTo(new Appended.Stored(1));
        assertThat(journal.append(refused("a"))).isEqualTo(new Appended.Stored(2));
        assertThat(journal.append(submission("a"))).isEqualTo(new Appended.Stored(3));
    }

    @Test
    void whatComesTogetherIsComparedWithEachOther() throws Exception {
        var answers = together(List.of(submission("a"), submission("a"), submission("b")));

        assertThat(answers.stream().filter(Appended.Stored.class::isInstance)).hasSize(2);
        assertThat(answers.stream().filter(Appended.Before.class::isInstance)).hasSize(1);
    }

    @Test
    void aMessageThatTheDatabaseCannotTakeFailsAlone() throws Exception {
        // no XML can hold such a character, so only a bug would let it through
        var answers = together(List.of(submission("a"), submission("poison\u0000"), submission("b")));

        assertThat(answers.get(0)).isInstanceOf(Appended.Stored.class);
        assertThat(answers.get(1)).isEqualTo(new Appended.Failed(ExchangeCode.OUR_FAULT));
        assertThat(answers.get(2)).isInstanceOf(Appended.Stored.class);
    }

    @Test
    void aPositionThatAnotherNodeTookIsNoObstacle() throws Exception {
        journal.append(submission("a"));
        try (var other = new JournalWriter(database, new Bell())) {
            assertThat(other.append(submission("b"))).isEqualTo(new Appended.Stored(2));
        }

        assertThat(journal.append(submission("c"))).isEqualTo(new Appended.Stored(3));
    }

    @Test
    void withoutDatabaseTheSenderIsToldToTryAgain() throws Exception {
        database.close();

        assertThat(journal.append(submission("a"))).isEqualTo(new Appended.Failed(ExchangeCode.DATABASE_AWAY));
    }

    /** Lets the submissions wait until all are there, so that one batch takes them. */
    private List<Appended> together(List<Submission> submissions) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection lock = database.getConnection()) {
            lock.setAutoCommit(false);
            lock.createStatement().execute("lock table message in exclusive mode");
            var first = threads.submit(() -> journal.append(submission("first")));
            Awaitility.await().until(() -> isWriterBlocked(lock));
            var waiting = new ArrayList<Future<Appended>>();
            for (Submission submission : submissions) {
                int before = journal.waiting();
                waiting.add(threads.submit(() -> journal.append(submission)));
                Awaitility.await().until(() -> journal.waiting() > before);
            }
            lock.rollback();
            assertThat(first.get()).isInstanceOf(Appended.Stored.class);
            var answers = new ArrayList<Appended>();
            for (var answer : waiting) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private static boolean isWriterBlocked(Connection connection) throws SQLException {
        try (var row = connection
                .createStatement()
                .executeQuery("select count(*) from pg_locks where relation = 'message'::regclass and not granted")) {
            row.next();
            return row.getLong(1) > 0;
        }
    }

    private Submission submission(String id) {
        return submission(id, Submission.Verdict.ACCEPTED);
    }

    private Submission refused(String id) {
        return submission(id, Submission.Verdict.REFUSED);
    }

    private Submission submission(String id, Submission.Verdict verdict) {
        var body = Bytes.utf8("<body of=\"" + id + "\"/>");
        return new Submission(
                sender,
                new Facts(id, "CEB311", 1, false, Optional.empty()),
                Bytes.utf8(id),
                verdict,
                List.of(),
                Instant.parse("2026-11-23T10:15:00.123456Z"),
                body,
                Optional.empty());
    }
}
