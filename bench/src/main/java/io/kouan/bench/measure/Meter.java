package io.kouan.bench.measure;

import java.util.stream.LongStream;

/**
 * Looks at three processes: server, database with all its workers, and ourselves.
 *
 * @param server process number
 * @param database number of the database's first process
 */
public record Meter(long server, long database) {

    /** Processor time so far, in nanoseconds. */
    public record Cpu(long server, long database, long generator) {

        public Cpu minus(Cpu earlier) {
            return new Cpu(server - earlier.server, database - earlier.database, generator - earlier.generator);
        }

        public long total() {
            return server + database + generator;
        }
    }

    /** Memory now, in bytes; 0 where the system does not say. */
    public record Memory(long server, long database) {}

    public Cpu cpu() {
        long workers = Proc.children(database).stream().mapToLong(Proc::nanos).sum();
        return new Cpu(
                Proc.nanos(server),
                Proc.nanos(database) + Proc.nanosOfEndedChildren(database) + workers,
                Proc.nanos(ProcessHandle.current().pid()));
    }

    public Memory memory() {
        var all = LongStream.concat(
                LongStream.of(database), Proc.children(database).stream().mapToLong(Long::longValue));
        return new Memory(
                Proc.residentMemory(server).orElse(0),
                all.map(pid -> Proc.proportionalMemory(pid).orElse(0)).sum());
    }

    public static boolean isPossible() {
        return Proc.isThere();
    }
}
