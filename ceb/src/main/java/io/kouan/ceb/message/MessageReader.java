package io.kouan.ceb.message;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.Place;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Reads CEB messages (报文): one pass over the bytes gives the values with their places, the canonical form that the digest
 * covers, and every breach of the schema. Safe for all threads.
 *
 * <p>Security guarantees: no DTD, no entities beyond the five of XML, everything bounded by {@link Limits}; any input at
 * all gives a {@link Reading}, never an exception. What {@link Reading.Read#canonical} digests is what
 * {@link Reading.Read#message} says. Not guaranteed: that anything is signed, or true.
 */
public final class MessageReader {

    private static final XMLInputFactory2 FACTORY = factory();

    private final Limits limits;

    public MessageReader(Limits limits) {
        this.limits = limits;
    }

    /** Reads a message without envelope. */
    public Reading read(Bytes message) {
        byte[] bytes = message.array();
        var refused = unfit(bytes);
        if (refused.isPresent()) {
            return new Reading.Unreadable(List.of(refused.get()), "", "");
        }
        try {
            var reader =
                    (XMLStreamReader2) FACTORY.createXMLStreamReader(message.stream(), StandardCharsets.UTF_8.name());
            try {
                return new MessagePass(new Cursor(reader, bytes, limits), new Collected(limits.maxFindings())).read();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            return new Reading.Unreadable(
                    List.of(Finding.of(ReadingCode.NOT_WELL_FORMED, new Place(1, 1, "/"), "detail", "")), "", "");
        }
    }

    /** What can be said before parsing. */
    private Optional<Finding> unfit(byte[] bytes) {
        if (bytes.length == 0) {
            return Optional.of(Finding.of(ReadingCode.EMPTY_INPUT, Place.WHOLE));
        }
        if (bytes.length > limits.maxBytes()) {
            return Optional.of(new Finding(
                    ReadingCode.TOO_LARGE,
                    Place.WHOLE,
                    Map.of("size", String.valueOf(bytes.length), "max", String.valueOf(limits.maxBytes()))));
        }
        return Encoding.isUtf8(bytes)
                ? Optional.empty()
                : Optional.of(Finding.of(ReadingCode.NOT_UTF8, new Place(1, 1, "/")));
    }

    private static XMLInputFactory2 factory() {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }
}
