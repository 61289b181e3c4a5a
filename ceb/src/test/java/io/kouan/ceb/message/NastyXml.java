package io.kouan.ceb.message;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Well-formed documents with the root of a message and everything in them that makes canonicalisation hard: odd prefixes,
 * taken back namespaces, white space in tags, references, CDATA, comments that cut texts, line ends of all kinds.
 */
final class NastyXml {

    private static final List<String> PREFIXES = List.of("", "a", "b", "ceb", "ds", "Z");
    private static final List<String> URIS = List.of(
            "http://www.chinaport.gov.cn/ceb",
            "http://www.w3.org/2000/09/xmldsig#",
            "urn:a",
            "urn:b",
            "urn:q&amp;&quot;x");
    private static final List<String> NAMES = List.of("a", "Order", "orderNo", "é", "珠海", "x-1.y_z", "note", "z");
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\n  ",
            "\r\n",
            "\r",
            "x",
            "珠海口岸",
            "\uD83D\uDEA2",
            "a&amp;b",
            "&lt;&gt;&quot;&apos;",
            "]]&gt;",
            "a>",
            "\"'",
            "&#13;",
            "&#xA;",
            "&#x9;\t",
            "&#x1F6A2;",
            "\u0085\u2028",
            "<![CDATA[&<>\r\n]]>",
            "<![CDATA[]]>",
            "<![CDATA[]]]]>",
            "<!---->",
            "<!-- <a> & -->",
            "<?p?>",
            "<?p  a b ?>",
            "<?珠 \r\n?>",
            "]",
            "]]",
            "\uFFFD",
            "\uE000");
    private static final List<String> VALUES = List.of(
            "", " a  b ", "\t\n\r\n\r", "&#9;&#10;&#13;", "&lt;&amp;&gt;", ">", "珠\uD83D\uDEA2", "&#x1F6A2;", "\u0085");
    private static final List<String> PLAIN_ATTRIBUTES = List.of("b", "a", "B", "é");
    private static final List<String> XML_ATTRIBUTES = List.of("xml:lang", "xml:space", "xml:base");
    private static final List<String> SPACES = List.of("", "", " ", "\n", "\r\n ", "\t");

    private final Random random;

    NastyXml(long seed) {
        this.random = new Random(seed);
    }

    String document() {
        var prefix = pick(PREFIXES);
        var scope = new ArrayList<>(List.of("xml"));
        var out = new StringBuilder();
        out.append(pick(List.of(
                "",
                "\uFEFF",
                "<?xml version=\"1.0\"?>",
                "<?xml version='1.0' encoding='utf-8' standalone='no' ?>\r\n")));
        out.append(pick(List.of("", "<!-- before -->", "\n<?before it?>\n")));
        var name = name(prefix, "CEB513Message");
        out.append('<').append(name);
        declare(prefix, URIS.getFirst(), out);
        if (!prefix.equals("ds")) {
            declare("ds", URIS.get(1), out);
            scope.add("ds");
        }
        scope.add(prefix);
        attributes(out, scope);
        out.append(" guid='7F3B0C52-6A1D-4E88-9B40-2D5C1E0A9F11' version='1.0'")
                .append(pick(SPACES))
                .append('>');
        children(out, scope, 2);
        if (random.nextBoolean()) {
            signature(out, scope);
            children(out, scope, 3);
        }
        out.append("</").append(name).append(pick(SPACES)).append('>');
        return out.append(pick(List.of("", "\n", "<!-- after -->", "<?after?>")))
                .toString();
    }

    private void signature(StringBuilder out, List<String> scope) {
        var prefix = random.nextBoolean() && scope.contains("ds") ? "ds" : "sig";
        var signature = name(prefix, "Signature");
        var info = name(prefix, "SignedInfo");
        var inner = new ArrayList<>(scope);
        inner.add(prefix);
        out.append('<').append(signature);
        declare(prefix, URIS.get(1), out);
        attributes(out, List.of(prefix));
        out.append('>').append(text()).append('<').append(info);
        attributes(out, inner);
        out.append('>');
        children(out, inner, 4);
        out.append("</").append(info).append('>').append(text());
        out.append("</").append(signature).append('>');
    }

    private void children(StringBuilder out, List<String> scope, int depth) {
        int children = random.nextInt(4);
        for (int i = 0; i < children; i++) {
            out.append(text());
            if (depth < 8 && random.nextInt(3) > 0) {
                element(out, scope, depth);
            }
        }
        out.append(text());
    }

    private void element(StringBuilder out, List<String> outer, int depth) {
        var scope = new ArrayList<>(outer);
        var tag = new StringBuilder();
        var fresh = new ArrayList<>(PREFIXES);
        Collections.shuffle(fresh, random);
        for (String prefix : fresh.subList(0, Math.max(0, random.nextInt(6) - 2))) {
            if (prefix.isEmpty() && random.nextInt(3) == 0) {
                tag.append(" xmlns=''");
                scope.remove("");
            } else {
                declare(prefix, pick(URIS), tag);
                scope.add(prefix);
            }
        }
        attributes(tag, scope);
        var usable = scope.stream().filter(prefix -> !prefix.equals("xml")).toList();
        var name = name(random.nextInt(3) == 0 || usable.isEmpty() ? "" : pick(usable), pick(NAMES));
        out.append('<').append(name).append(tag).append(pick(SPACES));
        if (random.nextInt(4) == 0) {
            out.append("/>");
            return;
        }
        out.append('>');
        children(out, scope, depth + 1);
        out.append("</").append(name).append(pick(SPACES)).append('>');
    }

    /** Prefixed attributes have names of their own, as two prefixes may stand for one namespace. */
    private void attributes(StringBuilder out, List<String> scope) {
        var names = new ArrayList<>(PLAIN_ATTRIBUTES);
        if (scope.contains("xml")) {
            names.addAll(XML_ATTRIBUTES);
        }
        for (String prefix : scope) {
            if (!prefix.isEmpty() && !prefix.equals("xml") && !names.contains(prefix + ":of-" + prefix)) {
                names.add(prefix + ":of-" + prefix);
            }
        }
        Collections.shuffle(names, random);
        for (String name : names.subList(0, Math.min(names.size(), Math.max(0, random.nextInt(7) - 3)))) {
            char quote = random.nextBoolean() ? '"' : '\'';
            out.append(pick(List.of(" ", "\n", "\r\n\t")))
                    .append(name)
                    .append(pick(SPACES))
                    .append('=');
            out.append(pick(SPACES)).append(quote).append(pick(VALUES)).append(quote);
        }
    }

    private void declare(String prefix, String uri, StringBuilder out) {
        out.append(prefix.isEmpty() ? " xmlns" : " xmlns:" + prefix)
                .append("=\"")
                .append(uri)
                .append('"');
    }

    private String text() {
        var text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(pick(TEXTS));
        }
        return text.toString();
    }

    private static String name(String prefix, String local) {
        return prefix.isEmpty() ? local : prefix + ":" + local;
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
