package io.kouan.ceb.message;

import io.kouan.ceb.catalogue.Catalogue;
import io.kouan.ceb.finding.FindingCode;
import io.kouan.ceb.finding.Place;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.LocationInfo;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * Walks from tag to tag. On the way it writes the canonical form, keeps the bounds and refuses forbidden constructs, so that
 * whoever uses it sees exactly the text that was digested and nothing else.
 */
final class Cursor {

    private static final int ROOT = 1;
    private static final int CHILD_OF_ROOT = 2;

    /** Longest element name; the longest of the specification has 21 characters. */
    private static final int LONGEST_NAME = 256;

    private final XMLStreamReader2 reader;
    private final LocationInfo location;
    private final byte[] bytes;
    private final Limits limits;
    private final Positions positions;
    private final Namespaces namespaces = new Namespaces();
    private final CanonicalTags tags;
    private final Canonical document;
    private final Passage text;
    private final Refusals refusals;
    private final Decorations decorations;
    private @Nullable Canonical sink;
    private Optional<Canonical> signedInfo = Optional.empty();
    private int depth;
    private int signatureDepth;
    private int signedInfoDepth;
    private boolean atEnd;
    private int offset;
    private int tagEnd;
    private int plainTo;
    private String local = "";
    private String uri = "";

    Cursor(XMLStreamReader2 reader, byte[] bytes, Limits limits) {
        this.reader = reader;
        this.location = reader.getLocationInfo();
        this.bytes = bytes;
        this.limits = limits;
        this.positions = new Positions(bytes);
        this.refusals = new Refusals(positions);
        this.decorations = new Decorations(reader, bytes, limits, refusals);
        this.document = new Canonical(bytes);
        this.text = new Passage(bytes);
        this.sink = document;
        this.tags = new CanonicalTags(reader, namespaces, bytes);
    }

    /** Moves to the next start or end tag; true for a start tag. The text passed on the way is in {@link #text}. */
    boolean nextIsStart() {
        text.clear();
        if (atEnd) {
            leaveElement();
        }
        while (true) {
            switch (event()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    enterElement();
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    endElement();
                    return false;
                }
                default -> {} // what stands between tags has been dealt with
            }
        }
    }

    /** Reads what follows the root, so that garbage behind it is found. */
    void finish() {
        leaveElement();
        while (event() != XMLStreamConstants.END_DOCUMENT) {
            // nothing behind the root counts, but all of it must be XML
        }
    }

    /** One event of the parser. It is the one place where the parser runs, so that all its ways to fail end here. */
    private int event() {
        try {
            int event = reader.next();
            offset = (int) location.getStartingByteOffset();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT, XMLStreamConstants.END_ELEMENT ->
                    tagEnd = (int) location.getEndingByteOffset();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> characters();
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> instruction();
                case XMLStreamConstants.DTD -> throw refusal(ReadingCode.DTD_FORBIDDEN, Map.of());
                case XMLStreamConstants.ENTITY_REFERENCE -> throw refusal(ReadingCode.ENTITY_FORBIDDEN, Map.of());
                default -> {} // comments are no part of the canonical form
            }
            return event;
        } catch (XMLStreamException e) {
            throw refusals.notWellFormed(e, offset);
        } catch (Unacceptable e) {
            throw e;
        } catch (RuntimeException e) {
            // the parser reports some broken bytes by runtime exceptions; a hostile input must not become our failure
            throw refusals.notWellFormed(String.valueOf(e.getMessage()), offset);
        }
    }

    /** Passes over an element that is none of the specification's, and all that is in it; gives the prefixes in use. */
    Set<String> skip() {
        int outside = depth - 1;
        var prefixes = new HashSet<String>();
        boolean start = true;
        while (true) {
            if (start) {
                decorations.strange(local, offset);
                tags.prefixesUsed(prefixes);
            } else if (depth - 1 == outside) {
                return prefixes;
            }
            start = nextIsStart();
        }
    }

    /** Namespaces that this element has from its surroundings, by prefix. */
    Map<String, String> namespacesFromOutside() {
        return namespaces.inScope(depth - 1);
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
        return text.text();
    }

    /** Whether the text passed is white space only. */
    boolean textIsBlank() {
        return text.isBlank();
    }

    int depth() {
        return depth;
    }

    /** Byte of the input at which the tag starts. */
    int offset() {
        return offset;
    }

    Positions positions() {
        return positions;
    }

    /** How many names were met that no message has, long ones counting more. */
    int strangeness() {
        return decorations.strangeness();
    }

    int attributeCount() {
        return reader.getAttributeCount();
    }

    String attributeUri(int index) {
        return orEmpty(reader.getAttributeNamespace(index));
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
        return positions.place(offset, path);
    }

    private void enterElement() {
        depth++;
        if (depth > limits.maxDepth()) {
            throw refusal(ReadingCode.TOO_DEEP, Map.of("max", String.valueOf(limits.maxDepth())));
        }
        tag();
        if (local.length() > LONGEST_NAME) {
            throw refusal(ReadingCode.NAME_TOO_LONG, Map.of("max", String.valueOf(LONGEST_NAME)));
        }
        if (reader.getAttributeCount() + reader.getNamespaceCount() > 0) {
            decorations.check(offset);
        }
        switchSinkBeforeStart();
        tags.start(sink, depth, offset, tagEnd, signedInfoDepth == depth);
    }

    private void tag() {
        if (plainTo > offset) {
            throw refusals.notWellFormed(
                    "Text and tag overlap", offset); // cannot be; if it were, digest and values could differ
        }
        local = reader.getLocalName();
        uri = orEmpty(reader.getNamespaceURI());
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
            var fresh = new Canonical(bytes);
            signedInfo = Optional.of(fresh);
            sink = fresh;
        }
    }

    private void endElement() {
        tag();
        tags.end(sink, offset, tagEnd);
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
        if (depth < ROOT || offset < plainTo) {
            return; // around the root, or the parser's second piece of a text that was taken whole
        }
        int plainEnd = reader.getEventType() == XMLStreamConstants.CHARACTERS ? Passage.plainEnd(bytes, offset) : 0;
        if (plainEnd > 0 && text.length() + plainEnd - offset <= limits.maxText()) {
            text.addPlain(offset, plainEnd);
            plainTo = plainEnd;
            if (sink != null) {
                sink.copy(offset, plainEnd);
            }
            return;
        }
        char[] chars = reader.getTextCharacters();
        int from = reader.getTextStart();
        int length = reader.getTextLength();
        if (text.length() + length > limits.maxText()) {
            throw refusals.textTooLong(offset, limits);
        }
        text.add(chars, from, length);
        if (sink != null) {
            sink.text(chars, from, length);
        }
    }

    private void instruction() {
        var target = reader.getPITarget();
        decorations.checkTarget(target, offset);
        var data = reader.getPIData();
        if (data != null && data.length() > limits.maxText()) {
            throw refusals.textTooLong(offset, limits);
        }
        if (sink != null && depth >= ROOT) {
            sink.ascii('<').ascii('?').raw(target);
            if (data != null && !data.isEmpty()) {
                sink.ascii(' ').raw(data);
            }
            sink.ascii('?').ascii('>');
        }
    }

    Unacceptable refusal(FindingCode code, Map<String, String> values) {
        return refusals.of(code, offset, values);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
