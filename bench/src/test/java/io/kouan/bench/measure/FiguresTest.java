package io.kouan.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void aPercentileIsTheSmallestValueThatThisShareDoesNotExceed() {
        var nanos =
                LongStream.rangeClosed(1, 100).map(n -> (101 - n) * 1_000_000).toArray();

        var percentiles = Latencies.of(nanos, nanos.length).percentiles();

        assertThat(percentiles).isEqualTo(new Percentiles(50, 95, 99, 100));
    }

    @Test
    void nothingMeasuredIsZeroAndNotAnError() {
        assertThat(Latencies.of(new long[0], 0).percentiles().p99()).isZero();
    }

    @Test
    void roundsAreLookedAtTogether() {
        var slow = Latencies.of(new long[] {9_000_000, 8_000_000}, 2);
        var fast = Latencies.of(new long[] {1_000_000, 2_000_000}, 2);

        assertThat(Latencies.together(List.of(slow, fast)).percentiles().p50()).isEqualTo(2);
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetween() {
        assertThat(Spread.of(List.of(4.0, 1.0, 3.0))).isEqualTo(new Spread(1, 3, 4));
        assertThat(Spread.of(List.of(4.0, 1.0, 3.0, 2.0)).median()).isEqualTo(2.5);
    }

    @Test
    void processorTimeOfOthersIsWhatIsLeft() {
        var spent = new Meter.Cpu(50, 20, 10, 100).minus(Meter.Cpu.NONE);

        assertThat(spent.total()).isEqualTo(80);
        assertThat(spent.othersShare()).isEqualTo(0.2);
    }
}
