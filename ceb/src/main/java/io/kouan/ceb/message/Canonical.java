package io.kouan.ceb.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Growing buffer for canonical XML (C14N 1.0, inclusive, without comments) in UTF-8. What is the same in the input is
 * copied from there in stretches as long as possible; for the messages that programs write that is nearly all.
 */
final class Canonical {

    private final byte[] source;
    private byte[] bytes;
    private int size;
    private int copyFrom;
    private int copyTo;
    private char pendingHigh;

    Canonical(byte[] source, int expected) {
        this.source = source;
        this.bytes = new byte[Math.max(64, expected)];
    }

    Bytes toBytes() {
        flush();
        return Bytes.of(Arrays.copyOf(bytes, size));
    }

    int size() {
        return size + copyTo - copyFrom;
    }

    String textFrom(int from) {
        flush();
        return new String(bytes, from, size - from, StandardCharsets.UTF_8);
    }

    /** These bytes of the input, as they are. */
    void copy(int from, int to) {
        if (from != copyTo) {
            flush();
            copyFrom = from;
        }
        copyTo = to;
    }

    private void flush() {
        int length = copyTo - copyFrom;
        if (length > 0) {
            room(length);
            System.arraycopy(source, copyFrom, bytes, size, length);
            size += length;
            copyFrom = copyTo;
        }
    }

    Canonical ascii(char c) {
        flush();
        room(1);
        bytes[size++] = (byte) c;
        return this;
    }

    Canonical name(String prefix, String local) {
        if (!prefix.isEmpty()) {
            raw(prefix).ascii(':');
        }
        return raw(local);
    }

    /** Text that needs no escaping: names. */
    Canonical raw(String text) {
        flush();
        room(text.length() * 3);
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
        return this;
    }

    void text(char[] chars, int from, int length) {
        flush();
        room(length * 6);
        for (int i = from; i < from + length; i++) {
            char c = chars[i];
            switch (c) {
                case '&' -> entity("&amp;");
                case '<' -> entity("&lt;");
                case '>' -> entity("&gt;");
                case '\r' -> entity("&#xD;");
                default -> put(c);
            }
        }
    }

    Canonical attributeValue(String value) {
        flush();
        room(value.length() * 6);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> entity("&amp;");
                case '<' -> entity("&lt;");
                case '"' -> entity("&quot;");
                case '\t' -> entity("&#x9;");
                case '\n' -> entity("&#xA;");
                case '\r' -> entity("&#xD;");
                default -> put(c);
            }
        }
        return this;
    }

    private void entity(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            bytes[size++] = (byte) ascii.charAt(i);
        }
    }

    /** One UTF-16 unit; a pair may come in two calls, as the parser may cut a text anywhere. */
    private void put(char c) {
        if (c < 0x80) {
            bytes[size++] = (byte) c;
        } else if (c < 0x800) {
            bytes[size++] = (byte) (0xC0 | (c >> 6));
            bytes[size++] = (byte) (0x80 | (c & 0x3F));
        } else if (Character.isHighSurrogate(c)) {
            pendingHigh = c;
        } else if (Character.isLowSurrogate(c)) {
            int point = Character.toCodePoint(pendingHigh, c);
            bytes[size++] = (byte) (0xF0 | (point >> 18));
            bytes[size++] = (byte) (0x80 | ((point >> 12) & 0x3F));
            bytes[size++] = (byte) (0x80 | ((point >> 6) & 0x3F));
            bytes[size++] = (byte) (0x80 | (point & 0x3F));
        } else {
            bytes[size++] = (byte) (0xE0 | (c >> 12));
            bytes[size++] = (byte) (0x80 | ((c >> 6) & 0x3F));
            bytes[size++] = (byte) (0x80 | (c & 0x3F));
        }
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
