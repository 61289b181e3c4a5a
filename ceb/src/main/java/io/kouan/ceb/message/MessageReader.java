package io.kouan.ceb.message;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.io.Stax2ByteArraySource;

/**
 * Reads CEB messages (报文): one pass over the bytes gives the values with their places, the canonical form that the digest
 * covers, and every breach of the schema. Safe for all threads.
 *
 * <p>Security guarantees: no DTD, no entities beyond the five of XML, everything bounded by {@link Limits}; any input at
 * all gives a {@link Reading}, never an exception. What {@link Reading.Read#canonical} digests is what
 * {@link Reading.Read#message} says. Not guaranteed: that anything is signed, or true.
 */
public final class MessageReader {

    private static final Place START = new Place(1, 1, "/");

    /** How much of no use may gather in the parser's tables of names, which it keeps from message to message. */
    private static final int MOST_STRANGENESS = 512;

    private final Limits limits;
    private final AtomicInteger strangeness = new AtomicInteger();
    private volatile XMLInputFactory2 factory = factory();

    public MessageReader(Limits limits) {
        this.limits = limits;
    }

    /** Reads a message without envelope. */
    public Reading read(Bytes message) {
        var objection = objection(message.array());
        return objection.isPresent() ? unreadable(objection.get()) : parse(message.array());
    }

    /** What can be said before any parser sees the bytes. */
    private Optional<Finding> objection(byte[] bytes) {
        if (bytes.length == 0) {
            return Optional.of(Finding.of(ReadingCode.EMPTY_INPUT, Place.WHOLE));
        }
        if (bytes.length > limits.maxBytes()) {
            return Optional.of(new Finding(
                    ReadingCode.TOO_LARGE,
                    Place.WHOLE,
                    Map.of("size", String.valueOf(bytes.length), "max", String.valueOf(limits.maxBytes()))));
        }
        var flaw = Encoding.flaw(bytes);
        if (flaw.isPresent()) {
            var place = new Positions(bytes).place(flaw.get().offset(), "/");
            return Optional.of(
                    flaw.get().encoding()
                            ? Finding.of(ReadingCode.NOT_UTF8, place)
                            : Finding.of(ReadingCode.NOT_WELL_FORMED, place, "detail", "Illegal character"));
        }
        var crowded = CrowdedTag.find(bytes, limits);
        return crowded.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.of(
                        ReadingCode.TOO_MANY_ATTRIBUTES,
                        new Positions(bytes).place(crowded.getAsInt(), "/"),
                        "max",
                        String.valueOf(limits.maxAttributes())));
    }

    private Reading parse(byte[] bytes) {
        try {
            var reader =
                    (XMLStreamReader2) factory.createXMLStreamReader(new Stax2ByteArraySource(bytes, 0, bytes.length));
            try {
                return declaration(reader).map(MessageReader::unreadable).orElseGet(() -> pass(reader, bytes));
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            var detail = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return unreadable(Finding.of(ReadingCode.NOT_WELL_FORMED, START, "detail", Collected.cut(detail, 160)));
        }
    }

    private Reading pass(XMLStreamReader2 reader, byte[] bytes) {
        var cursor = new Cursor(reader, bytes, limits);
        try {
            return new MessagePass(cursor, new Collected(limits.maxFindings(), cursor.positions())).read();
        } finally {
            forget(cursor.strangeness());
        }
    }

    /** A parser's tables that filled with names of no use are thrown away. */
    private void forget(int strange) {
        if (strange > 0 && strangeness.addAndGet(strange) > MOST_STRANGENESS) {
            strangeness.set(0);
            factory = factory();
        }
    }

    /** The specification knows XML 1.0 only, and 1.1 takes other characters for line ends. */
    private static Optional<Finding> declaration(XMLStreamReader2 reader) {
        var version = reader.getVersion();
        if (version != null && !version.equals("1.0")) {
            return Optional.of(Finding.of(ReadingCode.NOT_WELL_FORMED, START, "detail", "XML version " + version));
        }
        return "UTF-8".equals(reader.getEncoding())
                ? Optional.empty()
                : Optional.of(Finding.of(ReadingCode.NOT_UTF8, START));
    }

    private static Reading unreadable(Finding finding) {
        return new Reading.Unreadable(List.of(finding), "", "");
    }

    private static XMLInputFactory2 factory() {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }
}
