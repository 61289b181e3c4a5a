package io.kouan.bench.measure;

import java.util.stream.LongStream;

/**
 * Looks at three processes: server, database with all its workers, and ourselves.
 *
 * @param server process number
 * @param database number of the database's first process
 */
public record Meter(long server, long database) {

    /**
     * Processor time so far, in nanoseconds.
     *
     * @param machine of all processes, ours and others
     */
    public record Cpu(long server, long database, long generator, long machine) {

        public static final Cpu NONE = new Cpu(0, 0, 0, 0);

        public Cpu minus(Cpu earlier) {
            return new Cpu(
                    server - earlier.server,
                    database - earlier.database,
                    generator - earlier.generator,
                    machine - earlier.machine);
        }

        public Cpu plus(Cpu other) {
            return new Cpu(
                    server + other.server,
                    database + other.database,
                    generator + other.generator,
                    machine + other.machine);
        }

        /** Share of the machine's work that was not ours; with much of it the figures come out low. */
        public double othersShare() {
            return machine == 0 ? 0 : Math.max(0, machine - total()) / (double) machine;
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
                Proc.nanos(ProcessHandle.current().pid()),
                Proc.nanosOfAll());
    }

    public Memory memory() {
        var all = LongStream.concat(
                LongStream.of(database), Proc.children(database).stream().mapToLong(Long::longValue));
        return new Memory(
                Proc.residentMemory(server).orElse(0),
                all.map(pid -> Proc.proportionalMemory(pid).orElse(0)).sum());
    }
}
