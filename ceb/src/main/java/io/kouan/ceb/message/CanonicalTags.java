package io.kouan.ceb.message;

import java.util.Arrays;
import java.util.Comparator;
import javax.xml.XMLConstants;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/** Writes start and end tags as inclusive C14N 1.0 wants them: namespaces first, both sorted, nothing superfluous. */
final class CanonicalTags {

    private final XMLStreamReader2 reader;
    private final Namespaces namespaces;

    CanonicalTags(XMLStreamReader2 reader, Namespaces namespaces) {
        this.reader = reader;
        this.namespaces = namespaces;
    }

    /**
     * @param sink where to write; nothing is written without one, but scopes are kept all the same
     * @param apex whether this element starts a subset of its own, which then declares all that is in scope
     */
    void start(@Nullable Canonical sink, int depth, boolean apex) {
        String[] declared = declare(depth);
        if (sink == null) {
            return;
        }
        sink.ascii('<').name(prefix(reader.getPrefix()), reader.getLocalName());
        for (String prefix : apex ? namespaces.prefixesInScope() : declared) {
            sink.ascii(' ').raw(prefix.isEmpty() ? "xmlns" : "xmlns:").raw(prefix);
            sink.ascii('=').ascii('"').attributeValue(namespaces.uri(prefix)).ascii('"');
        }
        attributes(sink);
        sink.ascii('>');
    }

    void end(@Nullable Canonical sink) {
        if (sink != null) {
            sink.ascii('<')
                    .ascii('/')
                    .name(prefix(reader.getPrefix()), reader.getLocalName())
                    .ascii('>');
        }
    }

    /** Puts this element's declarations in scope; gives those that say something new, sorted by prefix. */
    private String[] declare(int depth) {
        int count = reader.getNamespaceCount();
        if (count == 0) {
            return new String[0];
        }
        var fresh = new String[count];
        int size = 0;
        for (int i = 0; i < count; i++) {
            var prefix = prefix(reader.getNamespacePrefix(i));
            var uri = prefix(reader.getNamespaceURI(i));
            if (!uri.equals(namespaces.uri(prefix)) && !prefix.equals(XMLConstants.XML_NS_PREFIX)) {
                fresh[size++] = prefix;
            }
        }
        for (int i = 0; i < count; i++) {
            namespaces.declare(prefix(reader.getNamespacePrefix(i)), prefix(reader.getNamespaceURI(i)), depth);
        }
        Arrays.sort(fresh, 0, size);
        return Arrays.copyOf(fresh, size);
    }

    private void attributes(Canonical sink) {
        int count = reader.getAttributeCount();
        if (count == 0) {
            return;
        }
        var order = new Integer[count];
        Arrays.setAll(order, i -> i);
        if (count > 1) {
            Arrays.sort(
                    order,
                    Comparator.<Integer, String>comparing(i -> prefix(reader.getAttributeNamespace(i)))
                            .thenComparing(reader::getAttributeLocalName));
        }
        for (int i : order) {
            sink.ascii(' ').name(prefix(reader.getAttributePrefix(i)), reader.getAttributeLocalName(i));
            sink.ascii('=')
                    .ascii('"')
                    .attributeValue(reader.getAttributeValue(i))
                    .ascii('"');
        }
    }

    private static String prefix(@Nullable String text) {
        return text == null ? "" : text;
    }
}
