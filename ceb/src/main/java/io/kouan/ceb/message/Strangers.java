package io.kouan.ceb.message;

import io.kouan.ceb.catalogue.Catalogue;
import java.util.HashSet;
import java.util.Set;
import javax.xml.XMLConstants;

/**
 * Names in one message that the specification does not know. The parser keeps all names of all messages in tables that a
 * sender can fill and make slow, so somebody has to count.
 */
final class Strangers {

    /** Most different ones in a message. */
    static final int MOST = 1000;

    private static final int SHORT = 64;

    private static final Set<String> KNOWN = Set.of(
            "",
            "guid",
            "version",
            "Algorithm",
            "URI",
            "ceb",
            "ds",
            "xsi",
            "schemaLocation",
            Catalogue.CEB_NAMESPACE,
            Catalogue.DS_NAMESPACE,
            XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI);

    private final Set<String> names = new HashSet<>();
    private int weight;

    /** Takes a name down; true when it is one too many. */
    boolean add(String name) {
        if (!KNOWN.contains(name) && names.add(name)) {
            weight += 1 + name.length() / SHORT;
        }
        return names.size() > MOST;
    }

    int weight() {
        return weight;
    }

    /** Whether it is empty or starts with a character that only goes on with a name: the parser overlooks that. */
    static boolean isNoName(String name) {
        if (name.isEmpty()) {
            return true;
        }
        char c = name.charAt(0);
        return c == '-'
                || c == '.'
                || (c >= '0' && c <= '9')
                || c == '\u00B7'
                || (c >= '\u0300' && c <= '\u036F')
                || (c >= '\u203F' && c <= '\u2040');
    }
}
