package io.kouan.bench.load;

import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.sample.SampleChain;
import io.kouan.ceb.sample.SampleChains;
import io.kouan.ceb.sample.SampleChains.Mode;
import io.kouan.ceb.sample.SampleWorld;
import io.kouan.ceb.signature.MessageSigner;
import io.kouan.client.credentials.SandboxKeys;
import io.kouan.client.sample.SampleMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Chains of documents as signed messages, made before the clock runs.
 *
 * @param first number of the first chain
 * @param signingNanos time spent on signing alone, summed over all threads
 */
public record Workload(long first, int chains, int documentsPerMessage, List<Shot> shots, long signingNanos) {

    public Workload {
        shots = List.copyOf(shots);
    }

    /**
     * Makes chains {@code first} and following; every other one is declared by the other agent, and a message holds
     * documents of one sender.
     */
    public static Workload of(SampleChains source, long first, int chains, int documentsPerMessage, SandboxKeys keys) {
        int agents = SampleWorld.byRole(io.kouan.ceb.sample.SampleEnterprise.Role.AGENT)
                .size();
        int block = agents * documentsPerMessage;
        var signing = new LongAdder();
        var groups = IntStream.range(0, (chains + block - 1) / block)
                .boxed()
                .flatMap(b -> IntStream.range(0, agents)
                        .mapToObj(agent -> LongStream.range(
                                        first + (long) b * block, first + Math.min(chains, (b + 1) * block))
                                .filter(number -> number % agents == agent)
                                .boxed()
                                .toList()))
                .filter(numbers -> !numbers.isEmpty())
                .toList();
        var shots = groups.parallelStream()
                .flatMap(numbers -> group(source, numbers, keys, signing).stream())
                .toList();
        return new Workload(first, chains, documentsPerMessage, shots, signing.sum());
    }

    public int messages() {
        return shots.size();
    }

    private static List<Shot> group(SampleChains source, List<Long> numbers, SandboxKeys keys, LongAdder signing) {
        var parts = numbers.stream()
                .map(number -> source.chain(number, number % 4 < 2 ? Mode.BONDED_1210 : Mode.DIRECT_9610))
                .map(SampleChain::parts)
                .toList();
        var shots = new ArrayList<Shot>();
        for (int i = 0; i < Kind.values().length; i++) {
            int at = i;
            var message =
                    SampleMessage.of(parts.stream().map(part -> part.get(at)).toList());
            long began = System.nanoTime();
            Bytes signed = MessageSigner.sign(
                    message.unsigned(), keys.of(message.sender().customsCode()));
            signing.add(System.nanoTime() - began);
            int sender = SampleWorld.enterprises().indexOf(message.sender());
            shots.add(new Shot(sender, signed, numbers, i == 0));
        }
        return shots;
    }
}
