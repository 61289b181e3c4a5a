package io.kouan.ceb.message;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one encoding that the specification knows is UTF-8. A declared other encoding would make two readings of one message
 * possible, so it is refused before any parser sees the bytes, and so are characters that XML does not have: not every
 * parser finds them everywhere.
 */
public final class Encoding {

    /**
     * Why bytes are no text.
     *
     * @param offset first byte that is wrong
     * @param encoding whether the bytes are wrong; otherwise they are a character that XML does not allow
     */
    record Flaw(int offset, boolean encoding) {}

    private static final int LONGEST_DECLARATION = 200;
    private static final long SPACES = 0x2020202020202020L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final Pattern DECLARATION = Pattern.compile("(?:\u00EF\u00BB\u00BF)?<\\?xml\\s");
    private static final Pattern UTF_8 = Pattern.compile("encoding\\s*=\\s*(?:\"(?i:utf-8)\"|'(?i:utf-8)')");

    private final byte[] bytes;

    private Encoding(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Whether the bytes are well-formed UTF-8, hold only characters that XML allows, and declare no other encoding. */
    public static boolean isUtf8(byte[] bytes) {
        return flaw(bytes).isEmpty();
    }

    /** The first thing that is wrong. */
    static Optional<Flaw> flaw(byte[] bytes) {
        var encoding = new Encoding(bytes);
        return encoding.looksWide() || encoding.declaresOther()
                ? Optional.of(new Flaw(0, true))
                : encoding.characters();
    }

    /** UTF-16 and UTF-32 without a mark may be well-formed UTF-8 as bytes go, but a parser would guess what they are. */
    private boolean looksWide() {
        for (int i = 0; i < Math.min(4, bytes.length); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    /** A declaration longer than any honest one counts as declaring something else. */
    private boolean declaresOther() {
        var start = new String(bytes, 0, Math.min(bytes.length, LONGEST_DECLARATION), StandardCharsets.ISO_8859_1);
        var declaration = DECLARATION.matcher(start);
        if (!declaration.lookingAt()) {
            return false;
        }
        int end = start.indexOf("?>");
        int encoding = start.indexOf("encoding", declaration.end());
        if (end < 0) {
            return true;
        }
        return encoding >= 0
                && encoding < end
                && !UTF_8.matcher(start).region(encoding, end).lookingAt();
    }

    /** Every message passes here, so it goes by eight bytes where they are printable ASCII. */
    private Optional<Flaw> characters() {
        int i = 0;
        while (i < bytes.length) {
            if (i + Long.BYTES <= bytes.length && arePrintable((long) EIGHT_BYTES.get(bytes, i))) {
                i += Long.BYTES;
                continue;
            }
            byte b = bytes[i];
            int length = b >= 0 ? 1 : sequenceLength(i);
            if (length == 0) {
                return Optional.of(new Flaw(i, true));
            }
            boolean control = b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r';
            if (control || isNoCharacter(i)) {
                return Optional.of(new Flaw(i, false));
            }
            i += length;
        }
        return Optional.empty();
    }

    /** Taking 0x20 from each byte borrows from a high bit where a byte is smaller. */
    private static boolean arePrintable(long eight) {
        return ((eight | (eight - SPACES)) & HIGH_BITS) == 0;
    }

    /** Length of the sequence that starts here, by the table of RFC 3629; 0 if there is none. */
    private int sequenceLength(int at) {
        int lead = bytes[at] & 0xFF;
        int length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
        if (length == 0 || at + length > bytes.length) {
            return 0;
        }
        int second = bytes[at + 1] & 0xFF;
        int lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (second < lowest || second > highest) {
            return 0;
        }
        for (int i = at + 2; i < at + length; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    /** U+FFFE and U+FFFF. */
    private boolean isNoCharacter(int at) {
        return bytes[at] == (byte) 0xEF && bytes[at + 1] == (byte) 0xBF && (bytes[at + 2] & 0xFF) >= 0xBE;
    }
}
