package io.kouan.ceb.message;

import io.kouan.ceb.catalogue.EntityType;
import io.kouan.ceb.message.Sequence.Slot;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads ExtendMessage: two texts and one element of any kind, which travels along unread. */
final class ExtensionPass {

    private final Cursor cursor;
    private final Collected collected;
    private final EntityPass entities;

    ExtensionPass(Cursor cursor, Collected collected, EntityPass entities) {
        this.cursor = cursor;
        this.collected = collected;
        this.entities = entities;
    }

    Extension read(EntityType type, String path) {
        entities.noAttributes(path);
        var slots = type.fields().stream()
                .map(field -> Slot.ceb(field.name(), field.schemaMin(), 1))
                .toList();
        var sequence = new Sequence(slots, path, collected);
        var texts = new String[] {"", ""};
        var xml = "";
        while (cursor.nextIsStart()) {
            entities.noText(path);
            int slot = sequence.accept(cursor);
            if (slot == Sequence.NONE) {
                cursor.skip();
            } else if (slot < texts.length) {
                texts[slot] = entities.leaf(type.fields().get(slot), path);
            } else {
                xml = custom(path + "/Message");
            }
        }
        entities.noText(path);
        sequence.end(cursor);
        return new Extension(texts[0], texts[1], xml);
    }

    /**
     * Exactly one element; what it holds is nobody's business here, and kept as the canonical form wrote it. Namespaces
     * that it takes from its surroundings are declared on it, so that it can stand elsewhere.
     */
    private String custom(String path) {
        entities.noAttributes(path);
        var borrowed = new TreeMap<String, String>();
        int from = cursor.canonicalSize();
        int elements = 0;
        while (cursor.nextIsStart()) {
            entities.noText(path);
            if (elements++ == 0) {
                borrowed.putAll(cursor.namespacesFromOutside());
            }
            borrowed.keySet().retainAll(cursor.skip());
        }
        entities.noText(path);
        if (elements != 1) {
            collected.add(
                    elements == 0 ? SyntaxCode.MISSING_ELEMENT : SyntaxCode.TOO_MANY,
                    cursor.offset(),
                    path,
                    Map.of("element", "*", "max", "1"));
        }
        var xml = cursor.canonicalText(from);
        return declaring(borrowed, xml.substring(0, Math.max(0, xml.lastIndexOf("</"))));
    }

    /** Adds declarations to the first tag, in the order of canonical XML. */
    private static String declaring(SortedMap<String, String> namespaces, String xml) {
        int start = xml.indexOf('<');
        while (start >= 0 && xml.startsWith("<?", start)) {
            start = xml.indexOf('<', start + 1);
        }
        if (start < 0 || namespaces.isEmpty()) {
            return xml;
        }
        int nameEnd = start;
        while (xml.charAt(nameEnd) != ' ' && xml.charAt(nameEnd) != '>') {
            nameEnd++;
        }
        var declarations = new TreeMap<String, String>();
        namespaces.forEach((prefix, uri) -> declarations.put(prefix, declaration(prefix, uri)));
        int end = nameEnd;
        while (xml.startsWith(" xmlns", end)) {
            int equals = xml.indexOf("=\"", end);
            int close = xml.indexOf('"', equals + 2) + 1;
            var prefix = xml.substring(end + " xmlns".length(), equals);
            declarations.put(prefix.isEmpty() ? "" : prefix.substring(1), xml.substring(end, close));
            end = close;
        }
        return xml.substring(0, nameEnd) + String.join("", declarations.values()) + xml.substring(end);
    }

    private static String declaration(String prefix, String uri) {
        var escaped = new Canonical(new byte[0]).attributeValue(uri);
        return (prefix.isEmpty() ? " xmlns=\"" : " xmlns:" + prefix + "=\"") + escaped.textFrom(0) + '"';
    }
}
