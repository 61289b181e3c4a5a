package io.kouan.ceb.message;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Bytes with the equality of values. The array is shared, not copied: whoever hands one in gives it away.
 */
public final class Bytes {

    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] array;

    private Bytes(byte[] array) {
        this.array = array;
    }

    /** Wraps without copying; the caller must not touch the array any more. */
    public static Bytes of(byte[] array) {
        return new Bytes(array);
    }

    public static Bytes utf8(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The array itself, for reading only. */
    public byte[] array() {
        return array;
    }

    public int size() {
        return array.length;
    }

    public InputStream stream() {
        return new ByteArrayInputStream(array);
    }

    public String utf8() {
        return new String(array, StandardCharsets.UTF_8);
    }

    public String hex() {
        return HexFormat.of().formatHex(array);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bytes that && Arrays.equals(array, that.array);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(array);
    }

    /** The size only: contents may be private. */
    @Override
    public String toString() {
        return array.length + " bytes";
    }
}
