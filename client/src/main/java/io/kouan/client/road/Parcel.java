package io.kouan.client.road;

import io.kouan.ceb.envelope.Sealing;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.Document;
import io.kouan.ceb.message.MessageWriter;
import io.kouan.ceb.sample.SampleChain;
import io.kouan.ceb.sample.SampleChains;
import io.kouan.ceb.sample.SampleEnterprise;
import io.kouan.ceb.sample.SampleExports;
import io.kouan.ceb.sample.SampleWorld;
import io.kouan.ceb.signature.MessageSigner;
import io.kouan.ceb.signature.Suite;
import io.kouan.client.credentials.SandboxKeys;
import io.kouan.client.exchange.Answer;
import io.kouan.client.exchange.Exchange;
import io.kouan.client.exchange.Receipt;
import io.kouan.client.terminal.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/** What the newcomer declares: first on the test channel, then the inventory of a real parcel, whose other documents others send. */
final class Parcel {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Import: released. Export: taken in by customs, which is as far as an inventory gets before the goods leave. */
    private static final Map<Traveller, String> AIM = Map.of(Traveller.NEWCOMER, "800", Traveller.AGENT, "120");

    private final SampleEnterprise newcomer;
    private final Cast cast;

    Parcel(Cast cast) {
        this.cast = cast;
        this.newcomer = new SampleEnterprise(
                SampleEnterprise.Role.AGENT,
                cast.known("customs_code"),
                cast.known("uscc"),
                cast.known("dxp_id"),
                Suite.SM2_SM3,
                cast.known("name"),
                "Newcomer");
    }

    /** The four test cases of the test channel (联调测试). */
    void tryOut(String testKey) {
        try (var test = new Exchange(new Exchange.Channel(cast.home.url(), testKey))) {
            var seal = test.sealingCertificate("SM2");
            var valid = Sealing.seal(signed(message(newcomer, inventory(parts(1)))), seal);
            accepted(test.sendSealed(valid));
            test.sendSealed(valid);
            test.send(signed(message(newcomer, inventory(parts(2)))));
            var other = message(SampleWorld.first(SampleEnterprise.Role.AGENT), parts(3).getLast());
            test.sendSealed(Sealing.seal(signed(other), seal));
        }
    }

    /** Order, payment and waybill from the sandbox's own enterprises, the inventory from the traveller; customs releases it, or takes it in. */
    Receipt release(String liveKey) {
        var keys = new SandboxKeys(cast.home);
        var parts = parts(Instant.now().getEpochSecond());
        for (SampleChain.Part part : parts.subList(0, parts.size() - 1)) {
            var sender = cast.sandbox.enterprise(part.sender().customsCode()).orElseThrow();
            try (var exchange = new Exchange(new Exchange.Channel(cast.home.url(), sender.apiKey()))) {
                var message = message(part.sender(), part);
                accepted(exchange.send(
                        MessageSigner.sign(message, keys.of(part.sender().customsCode()))));
            }
        }
        try (var exchange = new Exchange(new Exchange.Channel(cast.home.url(), liveKey))) {
            accepted(exchange.send(signed(message(newcomer, inventory(parts)))));
            return awaitRelease(exchange);
        }
    }

    private Receipt awaitRelease(Exchange exchange) {
        var until = Instant.now().plus(PATIENCE);
        long after = 0;
        while (Instant.now().isBefore(until)) {
            var page = exchange.receipts(OptionalLong.of(after), Duration.ofSeconds(5), 100);
            for (Receipt receipt : page.receipts()) {
                if (receipt.statuses()
                        .filter(all -> List.of(all.split(",")).contains(AIM.get(cast.traveller)))
                        .isPresent()) {
                    return receipt;
                }
            }
            after = page.next();
        }
        throw Failure.refused("road.norelease");
    }

    /** The documents of one parcel, the inventory last: imported, or exported from a bonded zone. */
    private List<SampleChain.Part> parts(long number) {
        long seed = UUID.randomUUID().getMostSignificantBits();
        var now = Instant.now();
        return cast.traveller == Traveller.AGENT
                ? new SampleExports(seed, now)
                        .export(number, SampleExports.Mode.BONDED_1210)
                        .parts()
                : new SampleChains(seed, now)
                        .chain(number, SampleChains.Mode.DIRECT_9610)
                        .parts();
    }

    /** The inventory, declared by the traveller. */
    private SampleChain.Part inventory(List<SampleChain.Part> parts) {
        var one = parts.getLast();
        var head = one.document()
                .head()
                .edit()
                .set("agentCode", newcomer.customsCode())
                .set("agentName", newcomer.nameZh())
                .build();
        return new SampleChain.Part(
                one.type(), newcomer, new Document(head, one.document().lines()));
    }

    private static Bytes message(SampleEnterprise sender, SampleChain.Part part) {
        return MessageWriter.write(SampleChains.message(
                part.type(), sender, UUID.randomUUID().toString().toUpperCase(Locale.ROOT), List.of(part.document())));
    }

    private Bytes signed(Bytes message) {
        return MessageSigner.sign(message, cast.key());
    }

    private static void accepted(Answer answer) {
        if (!(answer instanceof Answer.Accepted)) {
            throw Failure.refused("road.notaccepted", answer);
        }
    }
}
