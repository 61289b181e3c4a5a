package io.kouan.bench.measure;

import java.util.Arrays;
import java.util.List;

/** How long things took, in nanoseconds, sorted. */
public final class Latencies {

    private final long[] sorted;

    private Latencies(long[] sorted) {
        this.sorted = sorted;
    }

    /** Takes the first {@code count} of them, in any order. */
    public static Latencies of(long[] nanos, int count) {
        var sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    public static Latencies together(List<Latencies> rounds) {
        var all =
                rounds.stream().flatMapToLong(one -> Arrays.stream(one.sorted)).toArray();
        return of(all, all.length);
    }

    /** In milliseconds. */
    public Percentiles percentiles() {
        return new Percentiles(at(0.50), at(0.95), at(0.99), at(1.0));
    }

    /** The smallest value that this share of all values does not exceed. */
    private double at(double share) {
        if (sorted.length == 0) {
            return 0;
        }
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.max(0, index)] / 1e6;
    }
}
