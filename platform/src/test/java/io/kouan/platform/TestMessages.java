package io.kouan.platform;

import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.CebMessage;
import io.kouan.ceb.message.Document;
import io.kouan.ceb.message.MessageWriter;
import io.kouan.ceb.sample.SampleChain;
import io.kouan.ceb.sample.SampleChains;
import io.kouan.ceb.sample.SampleChains.Mode;
import io.kouan.ceb.sample.SampleEnterprise;
import io.kouan.ceb.signature.MessageSigner;
import io.kouan.ceb.signature.Signer;
import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Messages for tests, each of them new: no two share a guid, an order number or a buyer. */
public final class TestMessages {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final long SEED = CLOCK.millis();
    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final SplittableRandom RANDOM = new SplittableRandom(SEED);

    private TestMessages() {}

    /** A chain of four documents that nobody has seen. */
    public static SampleChain chain() {
        return new SampleChains(SEED, CLOCK.instant()).chain(NUMBERS.incrementAndGet(), Mode.DIRECT_9610);
    }

    public static synchronized String guid() {
        return SampleChains.guid(RANDOM);
    }

    /** A good order, not yet signed. */
    public static CebMessage order(SampleEnterprise sender) {
        return message("CEB311", sender, List.of(chain().order()));
    }

    public static CebMessage message(String type, SampleEnterprise sender, List<Document> documents) {
        return SampleChains.message(type, sender, guid(), documents);
    }

    public static Bytes signed(CebMessage message, Signer signer) {
        return MessageSigner.sign(MessageWriter.write(message), signer);
    }
}
