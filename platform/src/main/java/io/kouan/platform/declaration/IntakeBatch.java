package io.kouan.platform.declaration;

import io.kouan.ceb.message.CebMessage;
import io.kouan.platform.customs.MatchRules;
import io.kouan.platform.exchange.JournalEntry;
import io.kouan.platform.exchange.Outbox;
import io.kouan.platform.exchange.OutgoingReceipt;
import io.kouan.platform.port.PortTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One batch of the intake in one transaction: documents, receipts, counts and the cursor, or nothing of it. */
@Component
class IntakeBatch {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeBatch.class);
    private static final String CURSOR = "select position from intake_cursor where name = 'intake' for update";
    private static final String MOVE = "update intake_cursor set position = ? where name = 'intake'";
    private static final String TAKE_NUMBERS =
            "update serial set value = value + ? where name = 'document' returning value";

    private final JdbcTemplate database;
    private final DocumentStore documents;
    private final Outbox outbox;
    private final DocumentCheck check;
    private final MatchRules rules;
    private final Clock clock;

    IntakeBatch(
            JdbcTemplate database,
            DocumentStore documents,
            Outbox outbox,
            DocumentCheck check,
            MatchRules rules,
            Clock clock) {
        this.rules = rules;
        this.database = database;
        this.documents = documents;
        this.outbox = outbox;
        this.check = check;
        this.clock = clock;
    }

    /**
     * Decides about these messages.
     *
     * @param expected where the cursor stands if nobody else has moved it
     * @param failing documents to be refused because a fault of ours was met with them
     * @return how many receipts went out, or -1 where another node was faster
     */
    @Transactional
    public int process(long expected, List<JournalEntry> entries, Set<Long> failing) {
        if (cursor() != expected) {
            return -1;
        }
        var now = clock.instant();
        Map<JournalEntry, List<Held>> fresh = unpack(entries, now);
        var ledger =
                documents.touched(fresh.values().stream().flatMap(List::stream).toList());
        var numbers = new Numbers(LocalDate.ofInstant(now, PortTime.ZONE), 0);
        var decisions = new Decisions(ledger, check, numbers, rules, failing, now);
        var receipts = new ArrayList<OutgoingReceipt>();
        var builder = new ReceiptBuilder(now);
        for (JournalEntry entry : entries) {
            if (!entry.accepted()) {
                receipts.add(RefusalAnswer.of(entry, now));
            } else if (fresh.containsKey(entry)) {
                fresh.getOrDefault(entry, List.of()).forEach(held -> take(held, decisions, builder));
            } else {
                LOG.error("event=message-unreadable position={}", entry.position());
                receipts.add(RefusalAnswer.fault(entry, now));
            }
        }
        receipts.addAll(builder.build());
        documents.save(ledger);
        outbox.put(receipts);
        database.update(MOVE, entries.getLast().position());
        return receipts.size();
    }

    /** Returns inventories that have waited since before that time. */
    @Transactional
    public int giveUp(Instant since, int most) {
        cursor();
        var now = clock.instant();
        var overdue = documents.overdue(since, most);
        if (overdue.isEmpty()) {
            return 0;
        }
        var ledger = new Ledger(overdue);
        var decisions = new Decisions(
                ledger, check, new Numbers(LocalDate.ofInstant(now, PortTime.ZONE), 0), rules, Set.of(), now);
        var builder = new ReceiptBuilder(now);
        overdue.forEach(held -> decisions.giveUp(held).forEach(builder::add));
        documents.save(ledger);
        outbox.put(builder.build());
        return overdue.size();
    }

    /** Passes over a message that cannot be stored, and tells its sender. */
    @Transactional
    public void skip(long expected, JournalEntry entry) {
        if (cursor() == expected) {
            var now = clock.instant();
            outbox.put(List.of(entry.accepted() ? RefusalAnswer.fault(entry, now) : RefusalAnswer.of(entry, now)));
            database.update(MOVE, entry.position());
        }
    }

    /** Locks the cursor, so that one intake works at a time however many nodes there are. */
    long cursor() {
        Long position = database.queryForObject(CURSOR, Long.class);
        return position == null ? 0 : position;
    }

    private Map<JournalEntry, List<Held>> unpack(List<JournalEntry> entries, Instant now) {
        var messages = new LinkedHashMap<JournalEntry, CebMessage>();
        int count = 0;
        for (JournalEntry entry : entries) {
            if (entry.accepted()) {
                var message = Unpacking.message(entry);
                message.ifPresent(known -> messages.put(entry, known));
                count += message.map(known -> known.documents().size()).orElse(0);
            }
        }
        var numbers = new Numbers(LocalDate.ofInstant(now, PortTime.ZONE), take(count));
        var fresh = new LinkedHashMap<JournalEntry, List<Held>>();
        messages.forEach((entry, message) -> fresh.put(entry, Unpacking.documents(entry, message, numbers, now)));
        return fresh;
    }

    private long take(int count) {
        Long last = count == 0 ? 0L : database.queryForObject(TAKE_NUMBERS, Long.class, count);
        return last == null ? 0 : last - count + 1;
    }

    private static void take(Held held, Decisions decisions, ReceiptBuilder receipts) {
        for (Note note : decisions.take(held)) {
            try {
                receipts.add(note);
            } catch (RuntimeException fault) {
                throw new DocumentFailed(note.held().id(), fault);
            }
        }
    }
}
