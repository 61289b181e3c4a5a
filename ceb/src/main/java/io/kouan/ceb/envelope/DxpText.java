package io.kouan.ceb.envelope;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Writes the XML of the DXP schemas: default namespace, no white space between tags, no line breaks in Base64. */
final class DxpText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private final StringBuilder out = new StringBuilder(1024);

    DxpText() {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    static String time(LocalDateTime time) {
        return TIME.format(time);
    }

    /** Values that cannot be sent are a bug of whoever made them. */
    static void require(String name, String value, int min, int max) {
        int length = value.codePointCount(0, value.length());
        if (length < min || length > max) {
            throw new IllegalArgumentException(name + " has " + length + " characters, not " + min + " to " + max);
        }
        if (!value.codePoints().allMatch(DxpText::isXml)) {
            throw new IllegalArgumentException(name + " holds a character that XML does not know");
        }
    }

    static void require(String name, Optional<String> value, int min, int max) {
        value.ifPresent(text -> require(name, text, min, max));
    }

    /** The text, cut where the schema allows no more. */
    static String shortened(String text, int max) {
        return text.codePointCount(0, text.length()) <= max
                ? text
                : text.substring(0, text.offsetByCodePoints(0, max - 1)) + "…";
    }

    DxpText root(String name) {
        out.append('<').append(name).append(" xmlns=\"").append(Shape.DXP).append("\" ver=\"1.0\">");
        return this;
    }

    DxpText open(String name) {
        out.append('<').append(name).append('>');
        return this;
    }

    DxpText open(String name, String attribute, String value) {
        out.append('<').append(name).append(' ').append(attribute).append("=\"");
        escape(value);
        out.append("\">");
        return this;
    }

    DxpText close(String name) {
        out.append("</").append(name).append('>');
        return this;
    }

    DxpText value(String name, String value) {
        return open(name).text(value).close(name);
    }

    DxpText value(String name, Optional<String> value) {
        value.ifPresent(text -> value(name, text));
        return this;
    }

    DxpText text(String text) {
        escape(text);
        return this;
    }

    /** Text that needs no escaping. */
    DxpText plain(String text) {
        out.append(text);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\t' -> out.append("&#x9;");
                case '\n' -> out.append("&#xA;");
                case '\r' -> out.append("&#xD;");
                default -> out.append(c);
            }
        }
    }

    private static boolean isXml(int point) {
        return (point >= 0x20 && point <= 0xD7FF)
                || point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
