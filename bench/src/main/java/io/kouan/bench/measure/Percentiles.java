package io.kouan.bench.measure;

/** Latencies in milliseconds. */
public record Percentiles(double p50, double p95, double p99, double max) {}
