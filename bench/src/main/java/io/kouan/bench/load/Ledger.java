package io.kouan.bench.load;

import io.kouan.bench.measure.Latencies;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What has happened to each chain of one round: when its last document went out, which receipts came, when the final one
 * was in our hands. Every receipt must be the next one on its document's road; anything else is a complaint.
 */
public final class Ledger {

    private static final int MOST_COMPLAINTS = 20;

    private final long first;
    private final long[] sent;
    private final long[] done;
    private final Map<Kind, byte[]> steps = new EnumMap<>(Kind.class);
    private final Semaphore window;
    private final AtomicInteger judged = new AtomicInteger();
    private final AtomicInteger receipts = new AtomicInteger();
    private final AtomicInteger missing;
    private final List<String> complaints = new ArrayList<>();
    private volatile long lastDone;

    /**
     * @param window most chains under way at a time
     */
    Ledger(long first, int chains, int window) {
        this.first = first;
        this.sent = new long[chains];
        this.done = new long[chains];
        for (var kind : Kind.values()) {
            steps.put(kind, new byte[chains]);
        }
        this.window = new Semaphore(window);
        this.missing = new AtomicInteger(chains
                * Arrays.stream(Kind.values())
                        .mapToInt(kind -> kind.road().size())
                        .sum());
    }

    Semaphore window() {
        return window;
    }

    void sent(List<Long> chains, long nanos) {
        synchronized (sent) {
            for (long chain : chains) {
                int index = (int) (chain - first);
                sent[index] = Math.max(sent[index], nanos);
            }
        }
    }

    void receipt(Kind kind, long chain, String status, long nanos) {
        receipts.incrementAndGet();
        int index = (int) (chain - first);
        if (index < 0 || index >= done.length) {
            complain(kind + " of chain " + chain + ", which is none of this round");
            return;
        }
        var taken = Objects.requireNonNull(steps.get(kind));
        int step = taken[index];
        var road = kind.road();
        if (step >= road.size() || !road.get(step).equals(status)) {
            complain(kind + " of chain " + chain + " got status " + status + " as receipt number " + (step + 1));
            return;
        }
        taken[index]++;
        if (kind == Kind.INVENTORY && step + 1 == road.size()) {
            done[index] = nanos;
            lastDone = nanos;
            judged.incrementAndGet();
            window.release();
        }
        missing.decrementAndGet();
    }

    void complain(String complaint) {
        synchronized (complaints) {
            if (complaints.size() < MOST_COMPLAINTS) {
                complaints.add(complaint);
            }
        }
    }

    /** Whether every expected receipt of every document is in. */
    boolean isComplete() {
        return missing.get() == 0;
    }

    int missing() {
        return missing.get();
    }

    public int judged() {
        return judged.get();
    }

    public int receipts() {
        return receipts.get();
    }

    /** When the last final receipt came. */
    long lastDone() {
        return lastDone;
    }

    public List<String> complaints() {
        synchronized (complaints) {
            return List.copyOf(complaints);
        }
    }

    /** From the sending of a chain's last document to the final receipt in hand. */
    Latencies latencies() {
        var all = new long[done.length];
        int count = 0;
        for (int i = 0; i < done.length; i++) {
            if (done[i] != 0) {
                all[count++] = done[i] - sent[i];
            }
        }
        return Latencies.of(all, count);
    }
}
