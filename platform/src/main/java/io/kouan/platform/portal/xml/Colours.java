package io.kouan.platform.portal.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Gives the parts of a token their colours. */
final class Colours {

    private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s=\"'/<>]+)(\\s*=\\s*)(\"[^\"]*+\"|'[^']*+')");

    private Colours() {}

    static List<Span> of(Token token) {
        return switch (token.kind()) {
            case START, END, EMPTY -> tag(token.text());
            case TEXT -> List.of(new Span("x-text", token.text()));
            case CDATA -> List.of(new Span("x-value", token.text()));
            case COMMENT, INSTRUCTION -> List.of(new Span("x-dim", token.text()));
            case OTHER -> List.of(new Span("x-odd", token.text()));
        };
    }

    private static List<Span> tag(String text) {
        int from = text.startsWith("</") ? 2 : 1;
        int to = from;
        while (to < text.length() && !Character.isWhitespace(text.charAt(to)) && "/>".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        int end = text.endsWith("/>") ? text.length() - 2 : text.length() - 1;
        var spans = new ArrayList<Span>();
        spans.add(new Span("x-tag", text.substring(0, from)));
        spans.add(new Span("x-name", text.substring(from, to)));
        attributes(text.substring(to, Math.max(to, end)), spans);
        spans.add(new Span("x-tag", text.substring(Math.max(to, end))));
        return spans;
    }

    private static void attributes(String text, List<Span> spans) {
        var attributes = ATTRIBUTE.matcher(text);
        int at = 0;
        while (attributes.find()) {
            plain(text.substring(at, attributes.start()), spans);
            spans.add(new Span("x-attr", attributes.group(1)));
            spans.add(new Span("x-tag", attributes.group(2)));
            spans.add(new Span("x-value", attributes.group(3)));
            at = attributes.end();
        }
        plain(text.substring(at), spans);
    }

    private static void plain(String text, List<Span> spans) {
        if (!text.isEmpty()) {
            spans.add(new Span("x-tag", text));
        }
    }
}
