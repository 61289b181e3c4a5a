package io.kouan.ceb.message;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/** Writes start and end tags as inclusive C14N 1.0 wants them: namespaces first, both sorted, nothing superfluous. */
final class CanonicalTags {

    private static final int ROOT = 1;
    private static final int CHILD_OF_ROOT = 2;
    private static final String[] NO_PREFIXES = {};

    private final XMLStreamReader2 reader;
    private final Namespaces namespaces;
    private final byte[] source;

    /** Attributes in the namespace of XML itself, which a subset inherits from the ancestors that it leaves out. */
    private final Map<String, String> ofRoot = new TreeMap<>();

    private final Map<String, String> ofChild = new TreeMap<>();

    private record Attribute(String uri, String prefix, String local, String value) {}

    CanonicalTags(XMLStreamReader2 reader, Namespaces namespaces, byte[] source) {
        this.reader = reader;
        this.namespaces = namespaces;
        this.source = source;
    }

    /**
     * @param sink where to write; nothing is written without one, but scopes are kept all the same
     * @param from byte of the input at which the tag starts
     * @param to byte behind it
     * @param apex whether this element starts a subset of its own, which then declares all that is in scope
     */
    void start(@Nullable Canonical sink, int depth, int from, int to, boolean apex) {
        var declared = reader.getNamespaceCount() == 0 ? NO_PREFIXES : declare(depth);
        if (depth <= CHILD_OF_ROOT) {
            remember(depth);
        }
        if (sink == null) {
            return;
        }
        if (!apex && isBare() && endsWithName(to)) {
            sink.copy(from, to); // the tag is canonical as it stands
            return;
        }
        sink.ascii('<').name(prefix(), reader.getLocalName());
        for (String prefix : apex ? namespaces.prefixesInScope() : declared) {
            sink.ascii(' ')
                    .raw(prefix.isEmpty() ? "xmlns" : "xmlns:")
                    .raw(prefix)
                    .ascii('=')
                    .ascii('"')
                    .attributeValue(namespaces.uri(prefix))
                    .ascii('"');
        }
        attributes(sink, apex);
        sink.ascii('>');
    }

    /** As at the start; an empty element's one tag is passed twice. */
    void end(@Nullable Canonical sink, int from, int to) {
        if (sink == null) {
            return;
        }
        if (source[from + 1] == '/' && endsWithName(to)) {
            sink.copy(from, to);
        } else {
            sink.ascii('<').ascii('/').name(prefix(), reader.getLocalName()).ascii('>');
        }
    }

    private boolean isBare() {
        return reader.getAttributeCount() == 0 && reader.getNamespaceCount() == 0;
    }

    /** Whether neither white space nor a slash stands before the end of the tag. */
    private boolean endsWithName(int to) {
        int last = source[to - 2] & 0xFF;
        return last > ' ' && last != '/';
    }

    /** Adds the prefixes that the tag itself and its attributes carry. */
    void prefixesUsed(Set<String> prefixes) {
        prefixes.add(prefix());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            var prefix = orEmpty(reader.getAttributePrefix(i));
            if (!prefix.isEmpty()) {
                prefixes.add(prefix);
            }
        }
    }

    private String prefix() {
        return orEmpty(reader.getPrefix());
    }

    /** Puts this element's declarations in scope; gives those that say something new, sorted by prefix. */
    private String[] declare(int depth) {
        int count = reader.getNamespaceCount();
        var fresh = new String[count];
        int size = 0;
        for (int i = 0; i < count; i++) {
            var prefix = orEmpty(reader.getNamespacePrefix(i));
            var uri = orEmpty(reader.getNamespaceURI(i));
            if (!uri.equals(namespaces.uri(prefix)) && !prefix.equals(XMLConstants.XML_NS_PREFIX)) {
                fresh[size++] = prefix;
            }
        }
        for (int i = 0; i < count; i++) {
            namespaces.declare(orEmpty(reader.getNamespacePrefix(i)), orEmpty(reader.getNamespaceURI(i)), depth);
        }
        Arrays.sort(fresh, 0, size);
        return Arrays.copyOf(fresh, size);
    }

    private void remember(int depth) {
        var own = depth == ROOT ? ofRoot : ofChild;
        own.clear();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (XMLConstants.XML_NS_URI.equals(reader.getAttributeNamespace(i))) {
                own.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            }
        }
    }

    private void attributes(Canonical sink, boolean apex) {
        int count = reader.getAttributeCount();
        if (count == 0 && !apex) {
            return;
        }
        for (Attribute attribute : sorted(count, apex)) {
            sink.ascii(' ')
                    .name(attribute.prefix(), attribute.local())
                    .ascii('=')
                    .ascii('"')
                    .attributeValue(attribute.value())
                    .ascii('"');
        }
    }

    private List<Attribute> sorted(int count, boolean apex) {
        var all = new ArrayList<Attribute>(count);
        var inherited = new TreeMap<String, String>();
        if (apex) {
            inherited.putAll(ofRoot);
            inherited.putAll(ofChild);
        }
        for (int i = 0; i < count; i++) {
            var attribute = new Attribute(
                    orEmpty(reader.getAttributeNamespace(i)),
                    orEmpty(reader.getAttributePrefix(i)),
                    reader.getAttributeLocalName(i),
                    reader.getAttributeValue(i));
            all.add(attribute);
            if (attribute.uri().equals(XMLConstants.XML_NS_URI)) {
                inherited.remove(attribute.local());
            }
        }
        inherited.forEach((local, value) ->
                all.add(new Attribute(XMLConstants.XML_NS_URI, XMLConstants.XML_NS_PREFIX, local, value)));
        all.sort(Comparator.comparing(Attribute::uri).thenComparing(Attribute::local));
        return all;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
