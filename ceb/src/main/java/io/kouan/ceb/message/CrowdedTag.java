package io.kouan.ceb.message;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.OptionalInt;

/**
 * Looks for a tag with so many attributes that searching them for repeated ones would keep the parser busy for hours. It
 * has to be found before any parser sees it: no parser gives a tag out in parts.
 */
public final class CrowdedTag {

    private static final long ONES = 0x0101010101010101L;
    private static final long EQUALS = 0x3D3D3D3D3D3D3D3DL;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private final Limits limits;
    private int at;

    private CrowdedTag(byte[] bytes, Limits limits) {
        this.bytes = bytes;
        this.limits = limits;
    }

    /** Byte at which one becomes too much. */
    public static OptionalInt find(byte[] bytes, Limits limits) {
        var search = new CrowdedTag(bytes, limits);
        return search.isPossible() && search.isThere() ? OptionalInt.of(search.at) : OptionalInt.empty();
    }

    /** Most messages have too few equals signs, wherever they stand; that is seen quickly, by eight bytes at a time. */
    private boolean isPossible() {
        int left = 2 * limits.maxAttributes() + 1;
        int i = 0;
        while (i < bytes.length && left > 0) {
            if (i + Long.BYTES <= bytes.length && !mayHoldEquals((long) EIGHT_BYTES.get(bytes, i))) {
                i += Long.BYTES;
            } else if (bytes[i++] == '=') {
                left--;
            }
        }
        return left == 0;
    }

    /** A byte that becomes zero borrows when one is taken from it; so do some others, which are then looked at singly. */
    private static boolean mayHoldEquals(long eight) {
        long zeroWhereEqual = eight ^ EQUALS;
        return ((zeroWhereEqual - ONES) & ~zeroWhereEqual & HIGH_BITS) != 0;
    }

    /** Knows just enough XML to tell tags from everything else; what is not well-formed is left to the parser. */
    private boolean isThere() {
        while (seek((byte) '<')) {
            if (startsWith("!--")) {
                skipPast("-->");
            } else if (startsWith("![CDATA[")) {
                skipPast("]]>");
            } else if (startsWith("?")) {
                skipPast("?>");
            } else if (startsWith("!")) {
                return false; // a DTD, which the parser stops at
            } else if (isCrowded()) {
                return true;
            }
        }
        return false;
    }

    /** Passes over a tag; attributes and namespace declarations have a bound each. */
    private boolean isCrowded() {
        int most = 2 * limits.maxAttributes();
        int assignments = 0;
        while (at < bytes.length) {
            byte b = bytes[at++];
            if (b > '>') {
                continue; // letters, nearly always
            }
            if (b == '>') {
                return false;
            }
            if (b == '"' || b == '\'') {
                seek(b);
            } else if (b == '=' && ++assignments > most) {
                return true;
            }
        }
        return false;
    }

    private boolean seek(byte wanted) {
        int i = at;
        while (i < bytes.length) {
            if (bytes[i++] == wanted) {
                at = i;
                return true;
            }
        }
        at = i;
        return false;
    }

    private void skipPast(String ascii) {
        byte last = (byte) ascii.charAt(ascii.length() - 1);
        while (seek(last)) {
            at -= ascii.length();
            if (startsWith(ascii)) {
                at += ascii.length();
                return;
            }
            at += ascii.length();
        }
    }

    private boolean startsWith(String ascii) {
        if (at + ascii.length() > bytes.length) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (bytes[at + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
