package io.kouan.ceb.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Base64 as xsd:base64Binary allows it: white space anywhere, nothing else outside the alphabet, padding complete. The JDK's
 * MIME decoder would skip any character it does not know, so that many different texts would carry the same bytes.
 */
public final class Base64Text {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/= \n\r\t";

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
        var whole = text.toString();
        byte[] bytes = whole.getBytes(StandardCharsets.ISO_8859_1); // what is not Latin becomes '?', which is no Base64
        int size = withoutSpace(bytes);
        if (size / 4 * 3L - 2 > most) {
            return new Decoded.TooMuch(size / 4 * 3L);
        }
        if (size % 4 != 0) {
            return new Decoded.Nonsense(firstForeign(whole).orElse(size + " % 4 = " + size % 4));
        }
        try {
            var decoded = Base64.getDecoder().decode(size == bytes.length ? bytes : Arrays.copyOf(bytes, size));
            return decoded.length > most ? new Decoded.TooMuch(decoded.length) : new Decoded.Data(Bytes.of(decoded));
        } catch (IllegalArgumentException e) {
            return new Decoded.Nonsense(firstForeign(whole).orElse("="));
        }
    }

    /** Moves everything that is not white space to the front; gives how much that is. */
    private static int withoutSpace(byte[] bytes) {
        int size = 0;
        for (byte b : bytes) {
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                bytes[size++] = b;
            }
        }
        return size;
    }

    private static Optional<String> firstForeign(String text) {
        return text.codePoints()
                .filter(c -> ALPHABET.indexOf(c) < 0)
                .mapToObj(c -> String.format("U+%04X", c))
                .findFirst();
    }
}
