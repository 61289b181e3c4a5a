package io.kouan.platform.declaration;

import io.kouan.platform.exchange.Bells;
import io.kouan.platform.exchange.JournalEntry;
import io.kouan.platform.exchange.JournalReader;
import io.kouan.platform.port.Follower;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Follows the journal (收单): takes what is new in order, in batches, and has it decided. Stops at nothing: a database that is away
 * is waited for, a batch that cannot be stored is taken apart until the one message is found.
 */
@Component
class Intake extends Follower {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final int MESSAGES = 500;
    private static final long BYTES = 4L * 1024 * 1024;
    private static final int OVERDUE = 500;
    private static final int MOST_FAILING = 20;
    private static final long IDLE_MILLISECONDS = 1000;

    private final JdbcTemplate database;
    private final JournalReader journal;
    private final IntakeBatch batch;
    private final Bells bells;
    private final Clock clock;
    private final Duration window;
    private long seen;

    Intake(
            JdbcTemplate database,
            JournalReader journal,
            IntakeBatch batch,
            Bells bells,
            Clock clock,
            @Value("${kouan.match.window:24h}") Duration window) {
        super("intake", Duration.ofSeconds(20));
        this.clock = clock;
        this.database = database;
        this.journal = journal;
        this.batch = batch;
        this.bells = bells;
        this.window = window;
    }

    @Override
    protected void listen() {
        seen = bells.journal().rings();
    }

    @Override
    protected void rest() throws InterruptedException {
        bells.journal().await(seen, IDLE_MILLISECONDS);
    }

    @Override
    protected void wake() {
        bells.journal().ring();
    }

    /** Takes one batch; false where there was nothing to do. */
    @Override
    protected boolean step() {
        long position = position();
        var entries = journal.next(position, MESSAGES, BYTES);
        // what came before the next message has been looked at; what an inventory waits for may stand behind it
        giveUp(entries.isEmpty() ? clock.instant() : entries.getFirst().receivedAt());
        if (entries.isEmpty()) {
            return false;
        }
        try {
            process(position, entries);
        } catch (RuntimeException e) {
            if (isAway(e)) {
                throw e;
            }
            LOG.error("event=batch-taken-apart position={}", position, e);
            oneByOne(position, entries);
        }
        return true;
    }

    /** Ends the waiting of inventories as of a time; a fault there must not hold up what is new. */
    private void giveUp(Instant until) {
        try {
            if (batch.giveUp(until.minus(window), OVERDUE) > 0) {
                bells.receipts().ring();
            }
        } catch (RuntimeException e) {
            if (isAway(e)) {
                throw e;
            }
            LOG.error("event=waiting-not-ended", e);
        }
    }

    /** A document that a fault is met with is set aside, and everything else decided as if it had been refused. */
    private void process(long position, List<JournalEntry> entries) {
        var failing = new HashSet<Long>();
        while (true) {
            try {
                if (batch.process(position, entries, failing) > 0) {
                    bells.receipts().ring();
                }
                return;
            } catch (DocumentFailed e) {
                if (failing.size() >= MOST_FAILING || !failing.add(e.document())) {
                    throw e;
                }
                LOG.error("event=document-failed document={}", e.document(), e);
            }
        }
    }

    private void oneByOne(long start, List<JournalEntry> entries) {
        long position = start;
        for (JournalEntry entry : entries) {
            try {
                process(position, List.of(entry));
            } catch (RuntimeException e) {
                if (isAway(e)) {
                    throw e;
                }
                LOG.error("event=message-skipped position={}", entry.position(), e);
                batch.skip(position, entry);
            }
            position = entry.position();
        }
    }

    /** Whether it is the database that cannot be reached, and not a message that cannot be stored. */
    private static boolean isAway(RuntimeException e) {
        return e instanceof TransactionException
                || e instanceof TransientDataAccessException
                || e instanceof RecoverableDataAccessException
                || e instanceof NonTransientDataAccessResourceException;
    }

    private long position() {
        Long position = database.queryForObject("select position from intake_cursor where name = 'intake'", Long.class);
        return position == null ? 0 : position;
    }
}
