package io.kouan.client.sample;

import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.MessageWriter;
import io.kouan.ceb.sample.SampleChain;
import io.kouan.ceb.sample.SampleChains;
import io.kouan.ceb.sample.SampleEnterprise;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A message around documents of one sender, not signed yet.
 *
 * @param id guid of the message
 */
public record SampleMessage(String type, String id, SampleEnterprise sender, Bytes unsigned) {

    /** Each part of the chain in a message of its own. */
    public static List<SampleMessage> of(SampleChain chain) {
        return chain.parts().stream().map(part -> of(List.of(part))).toList();
    }

    /** One message around parts of the same type and sender. */
    public static SampleMessage of(List<SampleChain.Part> parts) {
        var first = parts.getFirst();
        var documents = parts.stream().map(SampleChain.Part::document).toList();
        var id = id(first.type() + documents.getFirst().head().text("guid"));
        return new SampleMessage(
                first.type(),
                id,
                first.sender(),
                MessageWriter.write(SampleChains.message(first.type(), first.sender(), id, documents)));
    }

    /** The same message with other content. */
    public SampleMessage withUnsigned(Bytes other) {
        return new SampleMessage(type, id, sender, other);
    }

    /** As the specification writes a guid. */
    public static String upper(UUID guid) {
        return guid.toString().toUpperCase(Locale.ROOT);
    }

    /** Follows from the document, so that the same sample is the same message. */
    private static String id(String seed) {
        return upper(UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)));
    }
}
