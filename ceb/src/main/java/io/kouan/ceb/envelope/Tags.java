package io.kouan.ceb.envelope;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.FindingCode;
import io.kouan.ceb.finding.Place;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.CrowdedTag;
import io.kouan.ceb.message.Encoding;
import io.kouan.ceb.message.Limits;
import io.kouan.ceb.message.Positions;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.io.Stax2ByteArraySource;
import org.jspecify.annotations.Nullable;

/** Walks an envelope from tag to tag, keeps the bounds, refuses DTDs, entities and processing instructions. */
final class Tags {

    /** Most different names of elements, attributes and prefixes; the specification has some thirty. */
    private static final int MOST_NAMES = 200;

    private final XMLStreamReader2 reader;
    private final Positions positions;
    private final Limits limits;
    private final StringBuilder text = new StringBuilder();
    private final Set<String> names = new HashSet<>();
    private int longestText;
    private int depth;
    private boolean atEnd;

    private Tags(XMLStreamReader2 reader, Bytes bytes, Limits limits) {
        this.reader = reader;
        this.positions = new Positions(bytes.array());
        this.limits = limits;
        this.longestText = limits.maxText();
    }

    static Tags of(Bytes bytes, Limits limits) {
        if (bytes.size() > envelopeBound(limits)) {
            throw new Refused(new Finding(
                    EnvelopeCode.ENVELOPE_TOO_LARGE,
                    Place.WHOLE,
                    Map.of("size", String.valueOf(bytes.size()), "max", String.valueOf(envelopeBound(limits)))));
        }
        if (bytes.size() == 0 || !Encoding.isUtf8(bytes.array())) {
            throw new Refused(Finding.of(
                    EnvelopeCode.ENVELOPE_NOT_XML, new Place(1, 1, "/"), "detail", bytes.size() == 0 ? "0" : "UTF-8"));
        }
        var crowded = CrowdedTag.find(bytes.array(), limits);
        if (crowded.isPresent()) {
            var place = new Positions(bytes.array()).place(crowded.getAsInt(), "/");
            throw new Refused(Finding.of(EnvelopeCode.ENVELOPE_OUT_OF_BOUNDS, place, "element", "@"));
        }
        try {
            // a factory keeps the names of all it reads, and senders choose names: so each envelope gets its own
            var source = new Stax2ByteArraySource(bytes.array(), 0, bytes.size());
            return new Tags((XMLStreamReader2) factory().createXMLStreamReader(source), bytes, limits);
        } catch (XMLStreamException e) {
            throw new Refused(Finding.of(
                    EnvelopeCode.ENVELOPE_NOT_XML, new Place(1, 1, "/"), "detail", firstLine(e.getMessage())));
        }
    }

    /** Base64 adds a third, its line breaks a little, the head a little. */
    static long envelopeBound(Limits limits) {
        return limits.maxBytes() * 3L / 2 + 65_536;
    }

    /** Moves to the next start or end tag; true for a start tag. */
    boolean nextIsStart() {
        text.setLength(0);
        if (atEnd) {
            depth--;
            atEnd = false;
        }
        try {
            while (true) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        enter();
                        return true;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        atEnd = true;
                        return false;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        characters();
                    case XMLStreamConstants.DTD,
                            XMLStreamConstants.ENTITY_REFERENCE,
                            XMLStreamConstants.PROCESSING_INSTRUCTION ->
                        throw refusal(EnvelopeCode.ENVELOPE_FORBIDDEN, "/", Map.of());
                    default -> {} // comments say nothing here
                }
            }
        } catch (Refused e) {
            throw e;
        } catch (XMLStreamException | RuntimeException e) {
            // the parser reports some broken bytes by runtime exceptions; a hostile input must not become our failure
            throw notXml(e);
        }
    }

    /** Reads what follows the root, so that garbage behind it is found. */
    void finish() {
        try {
            while (reader.next() != XMLStreamConstants.END_DOCUMENT) {
                // the parser itself refuses anything but comments and white space
            }
        } catch (XMLStreamException | RuntimeException e) {
            throw notXml(e);
        }
    }

    /** Lets texts grow to so many characters from here on. */
    void allowText(int characters) {
        longestText = characters;
    }

    void allowUsualText() {
        longestText = limits.maxText();
    }

    int depth() {
        return depth;
    }

    String local() {
        return reader.getLocalName();
    }

    String uri() {
        var uri = reader.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    StringBuilder text() {
        return text;
    }

    boolean textIsBlank() {
        return text.chars().allMatch(c -> c == ' ' || c == '\n' || c == '\t' || c == '\r');
    }

    int attributeCount() {
        return reader.getAttributeCount();
    }

    /** Local name; with its namespace in braces where it has one. */
    String attributeName(int index) {
        var uri = reader.getAttributeNamespace(index);
        var local = reader.getAttributeLocalName(index);
        return uri == null || uri.isEmpty() ? local : "{" + uri + "}" + local;
    }

    String attributeValue(int index) {
        return reader.getAttributeValue(index);
    }

    Place here(String path) {
        return positions.place((int) reader.getLocationInfo().getStartingByteOffset(), path);
    }

    Refused refusal(FindingCode code, String path, Map<String, String> values) {
        return new Refused(new Finding(code, here(path), values));
    }

    private Refused notXml(Exception e) {
        var at = reader.getLocation();
        var place = at == null
                ? Place.WHOLE
                : new Place(Math.max(at.getLineNumber(), 1), Math.max(at.getColumnNumber(), 1), "/");
        return new Refused(Finding.of(EnvelopeCode.ENVELOPE_NOT_XML, place, "detail", firstLine(e.getMessage())));
    }

    private void enter() {
        depth++;
        if (depth > limits.maxDepth()
                || reader.getAttributeCount() > limits.maxAttributes()
                || reader.getNamespaceCount() > limits.maxAttributes()
                || hasManyNames()) {
            throw refusal(EnvelopeCode.ENVELOPE_OUT_OF_BOUNDS, "/", Map.of("element", local()));
        }
    }

    /** The parser's table of names is easy to make slow with many of them. */
    private boolean hasManyNames() {
        names.add(local());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            names.add(reader.getAttributeLocalName(i));
        }
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            names.add("xmlns:" + reader.getNamespacePrefix(i));
        }
        return names.size() > MOST_NAMES;
    }

    private void characters() {
        if (text.length() + (long) reader.getTextLength() > longestText) {
            throw refusal(
                    longestText == limits.maxText()
                            ? EnvelopeCode.ENVELOPE_OUT_OF_BOUNDS
                            : EnvelopeCode.ENVELOPE_TOO_LARGE,
                    "/",
                    Map.of(
                            "element", "text()",
                            "size", String.valueOf(text.length() + (long) reader.getTextLength()),
                            "max", String.valueOf(longestText)));
        }
        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }

    private static String firstLine(@Nullable String message) {
        var line = message == null ? "" : message.lines().findFirst().orElse("");
        return line.length() > 160 ? line.substring(0, 160) : line;
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
