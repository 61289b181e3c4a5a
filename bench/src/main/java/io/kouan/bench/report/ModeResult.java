package io.kouan.bench.report;

import io.kouan.bench.measure.Meter;
import io.kouan.bench.measure.Percentiles;
import io.kouan.bench.measure.Spread;
import java.util.List;

/**
 * The figures for one size of messages.
 *
 * @param signedPerSecond messages that this machine signs in a second with all its cores
 * @param documentsAccepted documents acknowledged in a second
 * @param chainsJudged chains in a second whose inventory's final receipt was fetched
 * @param full from the sending of a chain's last document to the final receipt in hand, at full load, in milliseconds
 * @param steadyRate chains a second of the paced round
 * @param steady the same latency at that pace
 * @param cpuMicros processor time per chain
 * @param othersShare share of the machine's work that other programs did meanwhile
 * @param timesTheFloor ratio to 3,500 inventories an hour
 */
public record ModeResult(
        int documentsPerMessage,
        int chainsPerRound,
        int rounds,
        double signedPerSecond,
        Spread documentsAccepted,
        Spread chainsJudged,
        Percentiles full,
        double steadyRate,
        Percentiles steady,
        CpuMicros cpuMicros,
        double othersShare,
        Meter.Memory memory,
        double timesTheFloor,
        long receiptsChecked,
        List<String> complaints) {

    public ModeResult {
        complaints = List.copyOf(complaints);
    }

    /** Microseconds of processor time per chain, where they went. */
    public record CpuMicros(double server, double database, double generator) {

        public static CpuMicros of(Meter.Cpu spent, long chains) {
            return new CpuMicros(
                    spent.server() / 1e3 / chains, spent.database() / 1e3 / chains, spent.generator() / 1e3 / chains);
        }

        public double total() {
            return server + database + generator;
        }
    }
}
