package io.kouan.ceb.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Canonical XML (C14N 1.0, inclusive, without comments) in UTF-8. What is the same in the input is not written but noted, in
 * stretches as long as possible; for the messages that programs write that is nearly all.
 */
final class Canonical {

    private static final int PER_STRETCH = 2;

    private final byte[] source;

    /** From and to, in the source or, as complements, among the written bytes. */
    private int[] stretches = new int[16];

    private int used;
    private byte[] written = new byte[512];
    private int writtenFrom;
    private int size;
    private int copyFrom;
    private int copyTo;
    private int total;
    private char pendingHigh;

    Canonical(byte[] source) {
        this.source = source;
    }

    Bytes toBytes() {
        return Bytes.of(from(0));
    }

    int size() {
        return total + copyTo - copyFrom + size - writtenFrom;
    }

    String textFrom(int from) {
        return new String(from(from), StandardCharsets.UTF_8);
    }

    private byte[] from(int start) {
        endCopy();
        endWriting();
        var all = new byte[total - start];
        int end = 0;
        for (int i = 0; i < used; i += PER_STRETCH) {
            boolean copied = stretches[i] >= 0;
            int from = copied ? stretches[i] : ~stretches[i];
            int to = copied ? stretches[i + 1] : ~stretches[i + 1];
            int begin = end;
            end += to - from;
            int skipped = Math.max(0, start - begin);
            if (skipped < to - from) {
                System.arraycopy(
                        copied ? source : written, from + skipped, all, begin + skipped - start, to - from - skipped);
            }
        }
        return all;
    }

    /** These bytes of the input, as they are. */
    void copy(int from, int to) {
        if (from != copyTo) {
            endCopy();
            copyFrom = from;
        }
        if (size > writtenFrom) {
            endWriting();
        }
        copyTo = to;
    }

    private void endCopy() {
        if (copyTo > copyFrom) {
            note(copyFrom, copyTo);
            total += copyTo - copyFrom;
            copyFrom = copyTo;
        }
    }

    private void endWriting() {
        if (size > writtenFrom) {
            note(~writtenFrom, ~size);
            total += size - writtenFrom;
            writtenFrom = size;
        }
    }

    private void note(int from, int to) {
        if (used == stretches.length) {
            stretches = Arrays.copyOf(stretches, used * 2);
        }
        stretches[used++] = from;
        stretches[used++] = to;
    }

    Canonical ascii(char c) {
        room(1);
        written[size++] = (byte) c;
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
        room(text.length() * 3);
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
        return this;
    }

    void text(char[] chars, int from, int length) {
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
            written[size++] = (byte) ascii.charAt(i);
        }
    }

    /** One UTF-16 unit; a pair may come in two calls, as the parser may cut a text anywhere. */
    private void put(char c) {
        if (c < 0x80) {
            written[size++] = (byte) c;
        } else if (c < 0x800) {
            written[size++] = (byte) (0xC0 | (c >> 6));
            written[size++] = (byte) (0x80 | (c & 0x3F));
        } else if (Character.isHighSurrogate(c)) {
            pendingHigh = c;
        } else if (Character.isLowSurrogate(c)) {
            int point = Character.toCodePoint(pendingHigh, c);
            written[size++] = (byte) (0xF0 | (point >> 18));
            written[size++] = (byte) (0x80 | ((point >> 12) & 0x3F));
            written[size++] = (byte) (0x80 | ((point >> 6) & 0x3F));
            written[size++] = (byte) (0x80 | (point & 0x3F));
        } else {
            written[size++] = (byte) (0xE0 | (c >> 12));
            written[size++] = (byte) (0x80 | ((c >> 6) & 0x3F));
            written[size++] = (byte) (0x80 | (c & 0x3F));
        }
    }

    private void room(int more) {
        endCopy();
        if (size + more > written.length) {
            written = Arrays.copyOf(written, Math.max(written.length * 2, size + more));
        }
    }
}
