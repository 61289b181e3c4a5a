package io.kouan.bench.measure;

import java.util.List;

/** Smallest, middle and largest over the rounds. */
public record Spread(double min, double median, double max) {

    public static Spread of(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
        return new Spread(sorted.getFirst(), median, sorted.getLast());
    }
}
