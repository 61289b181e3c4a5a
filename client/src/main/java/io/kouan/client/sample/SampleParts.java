package io.kouan.client.sample;

import io.kouan.ceb.sample.Defect;
import io.kouan.ceb.sample.SampleChain.Part;
import io.kouan.ceb.sample.SampleChains;
import io.kouan.ceb.sample.SampleExports;
import io.kouan.ceb.sample.SampleFollowUps;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where samples come from: imports, exports, and what follows them.
 *
 * @param bonded whether the goods come from or leave a bonded zone
 * @param defect a deliberate mistake in each import
 */
record SampleParts(long seed, Instant at, boolean bonded, Optional<Defect> defect) {

    /** The four documents of one import. */
    List<Part> imported(long number) {
        var mode = bonded ? SampleChains.Mode.BONDED_1210 : SampleChains.Mode.DIRECT_9610;
        var chain = new SampleChains(seed, at).chain(number, mode);
        return defect.map(mistake -> mistake.in(chain)).orElse(chain).parts();
    }

    /** The four documents of one export. */
    List<Part> exported(long number) {
        var mode = bonded ? SampleExports.Mode.BONDED_1210 : SampleExports.Mode.GENERAL_9610;
        return new SampleExports(seed, at).export(number, mode).parts();
    }

    /** A sample of every type that enterprises declare. */
    Stream<Part> all(long number) {
        return Stream.of(imported(number), exported(number), followUps(number)).flatMap(List::stream);
    }

    private List<Part> followUps(long number) {
        var later = new SampleFollowUps(at);
        var chain = new SampleChains(seed, at).chain(number, SampleChains.Mode.DIRECT_9610);
        var export = new SampleExports(seed, at).export(number, SampleExports.Mode.GENERAL_9610);
        var in = invtNo("I", number);
        var out = invtNo("E", number);
        return List.of(
                later.delivered(chain),
                later.cancel(chain, in),
                later.giveBack(chain, in),
                later.inList(List.of(chain)),
                later.arrived(List.of(export)),
                later.departed(List.of(export)),
                later.master(List.of(export)),
                later.summary(export.agent(), List.of(out)),
                later.cancel(export, out),
                later.comeBack(export, out),
                later.tallied(export, out));
    }

    /** An inventory number as customs gives them. */
    private static String invtNo(String direction, long number) {
        return String.format(Locale.ROOT, "57952026%s%09d", direction, number);
    }
}
