package io.kouan.ceb.message;

import java.util.Arrays;
import java.util.Base64;

/**
 * Base64 as xsd:base64Binary allows it: white space anywhere, nothing else outside the alphabet, padding complete. The JDK's
 * MIME decoder would skip any character it does not know, so that many different texts would carry the same bytes.
 */
public final class Base64Text {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private Base64Text() {}

    /** What some text decodes to. */
    public sealed interface Decoded {
        record Data(Bytes bytes) implements Decoded {}

        record Nonsense(String detail) implements Decoded {}

        record TooMuch(long size) implements Decoded {}
    }

    /**
     * Decodes such a text.
     *
     * @param most most bytes that may come out
     */
    public static Decoded decode(CharSequence text, int most) {
        var compact = new byte[text.length()];
        int size = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
                continue;
            }
            if (c > 0x7E) {
                return new Decoded.Nonsense(character(c));
            }
            compact[size++] = (byte) c;
        }
        if (size / 4 * 3L - 2 > most) {
            return new Decoded.TooMuch(size / 4 * 3L);
        }
        if (size % 4 != 0) {
            return new Decoded.Nonsense(size + " % 4 = " + size % 4);
        }
        try {
            var decoded = Base64.getDecoder().decode(size == compact.length ? compact : Arrays.copyOf(compact, size));
            return decoded.length > most ? new Decoded.TooMuch(decoded.length) : new Decoded.Data(Bytes.of(decoded));
        } catch (IllegalArgumentException e) {
            return new Decoded.Nonsense(firstForeign(compact, size));
        }
    }

    private static String firstForeign(byte[] compact, int size) {
        for (int i = 0; i < size; i++) {
            char c = (char) compact[i];
            boolean known = ALPHABET.indexOf(c) >= 0;
            if (!known && (c != '=' || i < size - 2)) {
                return character(c);
            }
        }
        return "=";
    }

    private static String character(char c) {
        return String.format("U+%04X", (int) c);
    }
}
