package io.kouan.bench.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** Reads {@code /proc}; everything is empty or 0 on systems that have none. */
final class Proc {

    private static final Path ROOT = Path.of("/proc");
    /** USER_HZ is 100 on every Linux that Java runs on. */
    private static final long NANOS_PER_TICK = 10_000_000L;

    private Proc() {}

    /** Processor time of the process itself, user and system. */
    static long nanos(long pid) {
        return ticks(pid, 11, 12) * NANOS_PER_TICK;
    }

    /** The same of its children that have ended and were waited for. */
    static long nanosOfEndedChildren(long pid) {
        return ticks(pid, 13, 14) * NANOS_PER_TICK;
    }

    /** Fields counted from the one after the name, which may hold spaces. */
    private static long ticks(long pid, int first, int second) {
        var stat = read(ROOT.resolve(pid + "/stat"));
        int name = stat.lastIndexOf(") ");
        if (name < 0) {
            return 0;
        }
        var fields = stat.substring(name + 2).split(" ", -1);
        return Long.parseLong(fields[first]) + Long.parseLong(fields[second]);
    }

    /** Processor time that all processes of the machine have used so far. */
    static long nanosOfAll() {
        var first = read(ROOT.resolve("stat")).lines().findFirst().orElse("").strip();
        if (!first.startsWith("cpu ")) {
            return 0;
        }
        var fields = first.substring(4).strip().split(" +", -1);
        long ticks = 0;
        for (int busy : new int[] {0, 1, 2, 5, 6}) {
            ticks += Long.parseLong(fields[busy]);
        }
        return ticks * NANOS_PER_TICK;
    }

    static List<Long> children(long pid) {
        return ProcessHandle.of(pid)
                .map(process -> process.children().map(ProcessHandle::pid).toList())
                .orElse(List.of());
    }

    /** Bytes of memory of its own plus its share of what it shares: sums up without counting anything twice. */
    static OptionalLong proportionalMemory(long pid) {
        return kilobytes(ROOT.resolve(pid + "/smaps_rollup"), "Pss:");
    }

    static OptionalLong residentMemory(long pid) {
        return kilobytes(ROOT.resolve(pid + "/status"), "VmRSS:");
    }

    private static OptionalLong kilobytes(Path file, String name) {
        return read(file)
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                .findFirst();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
