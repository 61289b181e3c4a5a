package io.kouan.ceb.sample.broken;

import io.kouan.ceb.finding.FindingCode;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.sample.SampleEnterprise;
import io.kouan.ceb.signature.Signer;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * For each finding of the library a sample that has it: a realistic, signed message with one small mistake. Each sample has
 * numbers of its own, so that any of them can be sent.
 *
 * <p>Not among them: certificates that are not or no longer in force, withdrawn, or for another use. That lies in what the
 * authority issued, not in what an enterprise sends.
 */
public final class BrokenSamples {

    private final Map<String, Supplier<Bytes>> samples;

    /**
     * Keys to make them with.
     *
     * @param signers the key of each enterprise, of the suite that the enterprise uses
     * @param sealing the certificate that contents for the port are sealed to
     */
    public record Keys(Function<SampleEnterprise, Signer> signers, X509Certificate sealing) {}

    /**
     * @param at when the samples are declared
     */
    public BrokenSamples(Instant at, Keys keys) {
        var material = new Material(at, keys);
        var all = new LinkedHashMap<String, Supplier<Bytes>>();
        new BrokenXml(material).into(all);
        new BrokenSyntax(material).into(all);
        new BrokenContent(material).into(all);
        new BrokenOrders(material).into(all);
        new BrokenInventories(material).into(all);
        new BrokenExports(material).into(all);
        new BrokenSignatures(material).into(all);
        new BrokenEnvelopes(material).into(all);
        new BrokenSeals(material).into(all);
        this.samples = Collections.unmodifiableMap(all);
    }

    /** The codes that have a sample, in the order of their areas. */
    public Set<String> codes() {
        return samples.keySet();
    }

    /**
     * A message, an envelope or a sealed content with this finding.
     *
     * @param code for example {@code CEB-4001}
     */
    public Optional<Bytes> forCode(String code) {
        return Optional.ofNullable(samples.get(code)).map(Supplier::get);
    }

    static void put(Map<String, Supplier<Bytes>> all, FindingCode code, Function<FindingCode, Bytes> sample) {
        if (all.put(code.code(), () -> sample.apply(code)) != null) {
            throw new IllegalStateException(code.code() + " has two samples");
        }
    }
}
