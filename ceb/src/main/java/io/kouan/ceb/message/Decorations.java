package io.kouan.ceb.message;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * Bounds of attributes, namespace declarations and names, and what the parser overlooks in them though no other does. Two
 * parsers that read one message differently are what a forger hopes for.
 */
final class Decorations {

    private final XMLStreamReader2 reader;
    private final byte[] bytes;
    private final Limits limits;
    private final Refusals refusals;
    private final Strangers strangers = new Strangers();

    Decorations(XMLStreamReader2 reader, byte[] bytes, Limits limits, Refusals refusals) {
        this.reader = reader;
        this.bytes = bytes;
        this.limits = limits;
        this.refusals = refusals;
    }

    /** How many names were met that no message has, long ones counting more. */
    int strangeness() {
        return strangers.weight();
    }

    /** Checks what the start tag at this offset carries. */
    void check(int offset) {
        int attributes = reader.getAttributeCount();
        int declarations = reader.getNamespaceCount();
        if (attributes > limits.maxAttributes() || declarations > limits.maxAttributes()) {
            throw refusals.of(
                    ReadingCode.TOO_MANY_ATTRIBUTES, offset, Map.of("max", String.valueOf(limits.maxAttributes())));
        }
        for (int i = 0; i < attributes; i++) {
            if (reader.getAttributeValue(i).length() > limits.maxText()) {
                throw refusals.textTooLong(offset, limits);
            }
            strange(reader.getAttributeLocalName(i), offset);
        }
        for (int i = 0; i < declarations; i++) {
            declaration(orEmpty(reader.getNamespacePrefix(i)), orEmpty(reader.getNamespaceURI(i)), offset);
        }
    }

    private void declaration(String prefix, String namespace, int offset) {
        if (prefix.isEmpty() ? declaresNothing(offset) : Strangers.isNoName(prefix)) {
            throw refusals.notWellFormed("No prefix: xmlns:" + prefix, offset);
        }
        if (!prefix.isEmpty() && namespace.isEmpty()) {
            throw refusals.notWellFormed("A prefix cannot be taken back: xmlns:" + prefix + "=\"\"", offset);
        }
        if (namespace.chars().anyMatch(c -> c == '\n' || c == '\r' || c == '\t')) {
            throw refusals.notWellFormed("Line ends and tabs in a namespace name", offset);
        }
        count(prefix, offset);
        count(namespace, offset);
    }

    /** Whether there is an {@code xmlns:} without prefix, which the parser takes for the default namespace. */
    private boolean declaresNothing(int offset) {
        var tag = tag(offset);
        int at = tag.indexOf("xmlns:");
        while (at >= 0) {
            char next = tag.charAt(at + "xmlns:".length());
            if (next == '=' || next <= ' ') {
                return true;
            }
            at = tag.indexOf("xmlns:", at + 1);
        }
        return false;
    }

    private String tag(int offset) {
        try {
            int end = (int) reader.getLocationInfo().getEndingByteOffset();
            return new String(bytes, offset, end - offset, StandardCharsets.UTF_8);
        } catch (XMLStreamException e) {
            throw refusals.notWellFormed(e, offset);
        }
    }

    /** Takes down the name of an element, an attribute or a processing instruction that the specification does not have. */
    void strange(String name, int offset) {
        if (Strangers.isNoName(name)) {
            throw refusals.notWellFormed("No name: " + name, offset);
        }
        count(name, offset);
    }

    /** Checks the target of a processing instruction; the parser keeps only what stands behind a colon. */
    void checkTarget(String target, int offset) {
        strange(target, offset);
        for (int i = offset + "<?".length(); i < bytes.length; i++) {
            int b = bytes[i] & 0xFF;
            if (b == '?' || b <= ' ') {
                return;
            }
            if (b == ':') {
                throw refusals.notWellFormed("No colon in the target of a processing instruction", offset);
            }
        }
    }

    private void count(String name, int offset) {
        if (strangers.add(name)) {
            throw refusals.of(ReadingCode.TOO_MANY_NAMES, offset, Map.of("max", String.valueOf(Strangers.MOST)));
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
