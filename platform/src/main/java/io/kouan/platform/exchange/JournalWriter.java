package io.kouan.platform.exchange;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes messages durable, in groups: one thread takes whatever is waiting, writes it in one transaction, and only after
 * the commit lets the senders have their answers. Because it alone gives the positions, journal order is commit order: a
 * reader that has seen a position has seen everything before it.
 */
final class JournalWriter implements Journal, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JournalWriter.class);

    private static final int QUEUE = 2_000;
    private static final int MOST_MESSAGES = 500;
    private static final int MOST_BYTES = 16 * 1024 * 1024;
    private static final long PATIENCE_SECONDS = 45;
    private static final long UNKNOWN = -1;

    private final DataSource database;
    private final Bell written;
    private final JournalTable table = new JournalTable();
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread thread = Thread.ofPlatform().name("journal-writer").unstarted(this::run);
    private long last = UNKNOWN;

    /** @param written rung after each commit */
    JournalWriter(DataSource database, Bell written) {
        this.database = database;
        this.written = written;
        thread.start();
    }

    private record Waiting(Submission submission, CompletableFuture<Appended> answer) {}

    @Override
    public Appended append(Submission submission) throws InterruptedException {
        var waiting = new Waiting(submission, new CompletableFuture<>());
        if (!queue.offer(waiting)) {
            return new Appended.Full();
        }
        try {
            return waiting.answer().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return new Appended.Failed(ExchangeCode.DATABASE_AWAY);
        } catch (ExecutionException e) {
            throw new IllegalStateException("answers are never exceptions", e);
        }
    }

    /** How many messages wait now. */
    int waiting() {
        return queue.size();
    }

    /** Finishes the batch in hand; who still waits is told to try again. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        var batch = new ArrayList<Waiting>(MOST_MESSAGES);
        while (!Thread.currentThread().isInterrupted()) {
            try {
                take(batch);
                write(batch);
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error bug) {
                LOG.error("event=journal-writer-bug messages={}", batch.size(), bug);
                answer(batch, new Appended.Failed(ExchangeCode.OUR_FAULT));
            }
            batch.clear();
        }
        queue.forEach(waiting -> waiting.answer().complete(new Appended.Failed(ExchangeCode.DATABASE_AWAY)));
    }

    private void take(List<Waiting> batch) throws InterruptedException {
        var next = queue.take();
        int bytes = 0;
        while (next != null) {
            batch.add(next);
            bytes += next.submission().body().size();
            next = batch.size() < MOST_MESSAGES && bytes < MOST_BYTES ? queue.poll() : null;
        }
    }

    private void write(List<Waiting> batch) {
        try {
            commit(batch);
        } catch (SQLException e) {
            last = UNKNOWN;
            switch (Trouble.of(e)) {
                case Trouble.POSITION_TAKEN, Trouble.BAD_DATA -> writeSingly(batch);
                case Trouble.STORAGE_FULL -> giveUp(batch, ExchangeCode.STORAGE_FULL, e);
                case Trouble.AWAY -> giveUp(batch, ExchangeCode.DATABASE_AWAY, e);
            }
        }
    }

    /** One message that the database cannot take must not fail those that came with it. */
    private void writeSingly(List<Waiting> batch) {
        for (Waiting waiting : batch) {
            var single = List.of(waiting);
            try {
                commit(single);
            } catch (SQLException e) {
                last = UNKNOWN;
                LOG.error("event=journal-refuses message={} sqlState={}", id(waiting), e.getSQLState());
                answer(single, new Appended.Failed(ExchangeCode.OUR_FAULT));
            }
        }
    }

    /** Nobody who waits will fare better, so everybody is told at once instead of one batch after the other. */
    private void giveUp(List<Waiting> batch, ExchangeCode code, SQLException why) {
        queue.drainTo(batch);
        LOG.warn(
                "event=journal-unavailable code={} messages={} sqlState={} reason={}",
                code.code(),
                batch.size(),
                why.getSQLState(),
                why.getMessage());
        answer(batch, new Appended.Failed(code));
    }

    private void commit(List<Waiting> batch) throws SQLException {
        var answers = new ArrayList<Appended>(batch.size());
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                append(connection, batch, answers);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                rollback(connection);
                throw e;
            }
        }
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).answer().complete(answers.get(i));
        }
        written.ring();
    }

    private void append(Connection connection, List<Waiting> batch, List<Appended> answers) throws SQLException {
        long first = (last == UNKNOWN ? table.lastPosition(connection) : last) + 1;
        Map<Submission.Key, Ack> known = table.known(connection, keys(batch));
        var fresh = new ArrayList<Submission>(batch.size());
        for (Waiting waiting : batch) {
            var submission = waiting.submission();
            var before = known.get(submission.key());
            if (before != null && submission.isAnsweredBy(before)) {
                answers.add(new Appended.Before(before));
                continue;
            }
            long position = first + fresh.size();
            fresh.add(submission);
            answers.add(new Appended.Stored(position));
            if (submission.isAccepted()) {
                known.put(submission.key(), submission.ack(position));
            }
        }
        if (!fresh.isEmpty()) {
            table.append(connection, fresh, first);
        }
        last = first + fresh.size() - 1;
    }

    private static List<Submission.Key> keys(List<Waiting> batch) {
        return batch.stream()
                .map(waiting -> waiting.submission().key())
                .distinct()
                .toList();
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            // what is gone has rolled back by itself
        }
    }

    private static void answer(List<Waiting> batch, Appended answer) {
        batch.forEach(waiting -> waiting.answer().complete(answer));
    }

    private static String id(Waiting waiting) {
        return waiting.submission().facts().messageId();
    }
}
