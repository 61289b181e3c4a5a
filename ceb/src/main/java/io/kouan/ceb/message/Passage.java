package io.kouan.ceb.message;

import java.nio.charset.StandardCharsets;

/**
 * The text between two tags. As long as the input holds it in one piece and needs no decoding of references or line ends,
 * it is just a range of the input; otherwise it is put together here.
 */
final class Passage {

    private static final boolean[] SPECIAL = special();

    private final byte[] source;
    private final StringBuilder mixed = new StringBuilder();
    private int from;
    private int to;

    Passage(byte[] source) {
        this.source = source;
    }

    /** Where the text that starts here ends, if it is the same in the input, in the canonical form and as a value; else 0. */
    static int plainEnd(byte[] source, int from) {
        for (int i = from; i < source.length; i++) {
            if (SPECIAL[source[i] & 0xFF]) {
                return source[i] == '<' ? i : 0;
            }
        }
        return 0;
    }

    private static boolean[] special() {
        var special = new boolean[256];
        for (char c : "<>&\r".toCharArray()) {
            special[c] = true;
        }
        return special;
    }

    void clear() {
        from = 0;
        to = 0;
        mixed.setLength(0);
    }

    /** At least the number of characters. */
    int length() {
        return mixed.length() + to - from;
    }

    void addPlain(int start, int end) {
        if (length() == 0) {
            from = start;
            to = end;
        } else {
            mix();
            mixed.append(new String(source, start, end - start, StandardCharsets.UTF_8));
        }
    }

    void add(char[] chars, int start, int length) {
        mix();
        mixed.append(chars, start, length);
    }

    private void mix() {
        if (to > from) {
            mixed.append(new String(source, from, to - from, StandardCharsets.UTF_8));
            from = to;
        }
    }

    String text() {
        return to > from ? new String(source, from, to - from, StandardCharsets.UTF_8) : mixed.toString();
    }

    /** Whether there is white space only. */
    boolean isBlank() {
        for (int i = from; i < to; i++) {
            if (!isSpace(source[i])) {
                return false;
            }
        }
        for (int i = 0; i < mixed.length(); i++) {
            if (!isSpace(mixed.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }
}
