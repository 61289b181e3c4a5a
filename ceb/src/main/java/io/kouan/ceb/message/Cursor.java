package io.kouan.ceb.message;

import io.kouan.ceb.catalogue.Catalogue;
import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.FindingCode;
import io.kouan.ceb.finding.Place;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * Walks from tag to tag. On the way it writes the canonical form, keeps the bounds and refuses forbidden constructs, so that
 * whoever uses it sees exactly the text that was digested and nothing else.
 */
final class Cursor {

    private static final int ROOT = 1;
    private static final int CHILD_OF_ROOT = 2;

    private final XMLStreamReader2 reader;
    private final Limits limits;
    private final Positions positions;
    private final Namespaces namespaces = new Namespaces();
    private final CanonicalTags tags;
    private final Canonical document;
    private final StringBuilder text = new StringBuilder();
    private @Nullable Canonical sink;
    private Optional<Canonical> signedInfo = Optional.empty();
    private int depth;
    private int signatureDepth;
    private int signedInfoDepth;
    private boolean atEnd;
    private String local = "";
    private String uri = "";

    Cursor(XMLStreamReader2 reader, byte[] bytes, Limits limits) {
        this.reader = reader;
        this.limits = limits;
        this.positions = new Positions(bytes);
        this.document = new Canonical(bytes.length + bytes.length / 8);
        this.sink = document;
        this.tags = new CanonicalTags(reader, namespaces);
    }

    /** Moves to the next start or end tag; true for a start tag. The text passed on the way is in {@link #text}. */
    boolean nextIsStart() {
        try {
            text.setLength(0);
            while (true) {
                if (atEnd) {
                    leaveElement();
                }
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        enterElement();
                        return true;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        endElement();
                        return false;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        characters();
                    case XMLStreamConstants.PROCESSING_INSTRUCTION -> instruction();
                    case XMLStreamConstants.DTD -> throw refusal(ReadingCode.DTD_FORBIDDEN, Map.of());
                    case XMLStreamConstants.ENTITY_REFERENCE -> throw refusal(ReadingCode.ENTITY_FORBIDDEN, Map.of());
                    default -> {} // comments are no part of the canonical form
                }
            }
        } catch (XMLStreamException e) {
            throw notWellFormed(e.getMessage());
        } catch (Unacceptable e) {
            throw e;
        } catch (RuntimeException e) {
            // the parser reports some broken bytes by runtime exceptions; a hostile input must not become our failure
            throw notWellFormed(e.getMessage());
        }
    }

    /** Reads what follows the root, so that garbage behind it is found. */
    void finish() {
        try {
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.DTD) {
                    throw refusal(ReadingCode.DTD_FORBIDDEN, Map.of());
                }
            }
        } catch (XMLStreamException e) {
            throw notWellFormed(e.getMessage());
        }
    }

    /** Local name of the tag the cursor stands at. */
    String local() {
        return local;
    }

    String uri() {
        return uri;
    }

    boolean isCeb(String name) {
        return local.equals(name) && uri.equals(Catalogue.CEB_NAMESPACE);
    }

    String text() {
        return text.toString();
    }

    /** Whether the text passed is white space only. */
    boolean textIsBlank() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '\n' && c != '\t' && c != '\r') {
                return false;
            }
        }
        return true;
    }

    int depth() {
        return depth;
    }

    /** Line and column of the tag, packed. */
    long place() {
        return positions.at(offset());
    }

    int attributeCount() {
        return reader.getAttributeCount();
    }

    String attributeUri(int index) {
        var value = reader.getAttributeNamespace(index);
        return value == null ? "" : value;
    }

    String attributeName(int index) {
        return reader.getAttributeLocalName(index);
    }

    String attributeValue(int index) {
        return reader.getAttributeValue(index);
    }

    Optional<String> attribute(String name) {
        for (int i = 0; i < attributeCount(); i++) {
            if (attributeName(i).equals(name) && attributeUri(i).isEmpty()) {
                return Optional.of(attributeValue(i));
            }
        }
        return Optional.empty();
    }

    Bytes canonical() {
        return document.toBytes();
    }

    /** How many canonical bytes there are by now. */
    int canonicalSize() {
        return document.size();
    }

    /** Canonical text written since then. */
    String canonicalText(int from) {
        return document.textFrom(from);
    }

    Bytes signedInfo() {
        return signedInfo.map(Canonical::toBytes).orElse(Bytes.EMPTY);
    }

    Place here(String path) {
        long at = place();
        return new Place((int) (at >>> 32), (int) at, path);
    }

    private void enterElement() {
        depth++;
        if (depth > limits.maxDepth()) {
            throw refusal(ReadingCode.TOO_DEEP, Map.of("max", String.valueOf(limits.maxDepth())));
        }
        if (reader.getAttributeCount() > limits.maxAttributes()
                || reader.getNamespaceCount() > limits.maxAttributes()) {
            throw refusal(ReadingCode.TOO_MANY_ATTRIBUTES, Map.of("max", String.valueOf(limits.maxAttributes())));
        }
        local = reader.getLocalName();
        var namespace = reader.getNamespaceURI();
        uri = namespace == null ? "" : namespace;
        switchSinkBeforeStart();
        tags.start(sink, depth, signedInfoDepth == depth);
    }

    /** The signature is no part of what the digest covers; its SignedInfo is what the value covers. */
    private void switchSinkBeforeStart() {
        boolean signature = uri.equals(Catalogue.DS_NAMESPACE);
        if (signature && signatureDepth == 0 && depth == CHILD_OF_ROOT && local.equals("Signature")) {
            signatureDepth = depth;
            sink = null;
        } else if (signature
                && signatureDepth == CHILD_OF_ROOT
                && depth == CHILD_OF_ROOT + 1
                && local.equals("SignedInfo")
                && signedInfo.isEmpty()) {
            signedInfoDepth = depth;
            var fresh = new Canonical(1024);
            signedInfo = Optional.of(fresh);
            sink = fresh;
        }
    }

    private void endElement() {
        local = reader.getLocalName();
        var namespace = reader.getNamespaceURI();
        uri = namespace == null ? "" : namespace;
        tags.end(sink);
        if (depth == signedInfoDepth) {
            signedInfoDepth = 0;
            sink = null;
        }
        if (depth == signatureDepth) {
            signatureDepth = 0;
            sink = document;
        }
        atEnd = true;
    }

    private void leaveElement() {
        namespaces.leave(depth);
        depth--;
        atEnd = false;
    }

    private void characters() throws XMLStreamException {
        char[] chars = reader.getTextCharacters();
        int from = reader.getTextStart();
        int length = reader.getTextLength();
        if (depth >= ROOT) {
            if (text.length() + length > limits.maxText()) {
                throw refusal(ReadingCode.TEXT_TOO_LONG, Map.of("max", String.valueOf(limits.maxText())));
            }
            text.append(chars, from, length);
            if (sink != null) {
                sink.text(chars, from, length);
            }
        }
    }

    private void instruction() {
        if (sink != null && depth >= ROOT) {
            sink.ascii('<').ascii('?').raw(reader.getPITarget());
            var data = reader.getPIData();
            if (data != null && !data.isEmpty()) {
                sink.ascii(' ').raw(data);
            }
            sink.ascii('?').ascii('>');
        }
    }

    private long offset() {
        return reader.getLocationInfo().getStartLocation().getCharacterOffset();
    }

    Unacceptable refusal(FindingCode code, Map<String, String> values) {
        return new Unacceptable(new Finding(code, here("/"), values));
    }

    private Unacceptable notWellFormed(@Nullable String message) {
        var detail = message == null ? "" : message.lines().findFirst().orElse("");
        var at = reader.getLocation();
        var place = at == null
                ? Place.WHOLE
                : new Place(Math.max(at.getLineNumber(), 1), Math.max(at.getColumnNumber(), 1), "/");
        return new Unacceptable(new Finding(
                ReadingCode.NOT_WELL_FORMED,
                place,
                Map.of("detail", detail.length() > 160 ? detail.substring(0, 160) : detail)));
    }
}
