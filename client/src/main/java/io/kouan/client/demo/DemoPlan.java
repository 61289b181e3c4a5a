package io.kouan.client.demo;

import io.kouan.ceb.sample.Defect;
import io.kouan.ceb.sample.SampleChains;
import io.kouan.ceb.sample.SampleChains.Mode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which messages the demonstration consists of: about every fourth chain has a flaw. */
final class DemoPlan {

    private static final int EVERY = 4;
    private static final List<Flaw> FLAWS = Stream.concat(
                    Arrays.stream(Defect.values()).map(Flaw.Mismatch::new),
                    Stream.of(
                            new Flaw.WrongSignature(),
                            new Flaw.PaymentMissing(),
                            new Flaw.SchemaError(),
                            new Flaw.Repeated(),
                            new Flaw.Duplicate()))
            .map(Flaw.class::cast)
            .toList();

    private DemoPlan() {}

    /** Four messages for each chain, more or less: one payment is missing, one inventory comes twice. */
    static List<DemoMessage> of(SampleChains source, int chains, Signing signing) {
        var all = new ArrayList<DemoMessage>();
        IntStream.rangeClosed(1, chains)
                .parallel()
                .mapToObj(number -> flaw(number)
                        .messages(source.chain(number, number % 2 == 0 ? Mode.BONDED_1210 : Mode.DIRECT_9610), signing))
                .forEachOrdered(all::addAll);
        return List.copyOf(all);
    }

    private static Flaw flaw(int number) {
        return number % EVERY == 0 ? FLAWS.get(number / EVERY % FLAWS.size()) : new Flaw.None();
    }
}
