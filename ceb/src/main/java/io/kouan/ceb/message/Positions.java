package io.kouan.ceb.message;

import io.kouan.ceb.finding.Place;
import org.jspecify.annotations.Nullable;

/**
 * Turns byte offsets of UTF-8 input into line and column, both from 1, columns counted in characters. Nothing is counted
 * until somebody asks: most messages have nothing wrong in them.
 */
public final class Positions {

    /** For entities that come from no message. */
    static final Positions NONE = new Positions(new byte[0]);

    private static final int SHIFT = 12;

    private final byte[] bytes;

    /** Line and column at every 4096th byte; counted once, by whoever asks first. */
    private volatile long @Nullable [] marks;

    public Positions(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The place at a byte offset. */
    public Place place(int offset, String path) {
        var known = marks;
        if (known == null) {
            known = count();
            marks = known;
        }
        int end = Math.min(offset, bytes.length);
        int mark = end >> SHIFT;
        long at = advance(known[mark], mark << SHIFT, end);
        return new Place((int) (at >>> 32), (int) at, path);
    }

    private long[] count() {
        var all = new long[(bytes.length >> SHIFT) + 1];
        all[0] = pack(1, startsWithMark() ? 0 : 1); // a byte order mark is no character of the text
        for (int i = 1; i < all.length; i++) {
            all[i] = advance(all[i - 1], (i - 1) << SHIFT, i << SHIFT);
        }
        return all;
    }

    private boolean startsWithMark() {
        return bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }

    private long advance(long start, int from, int to) {
        int line = (int) (start >>> 32);
        int column = (int) start;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b == '\n') {
                line++;
                column = 1;
            } else if ((b & 0xC0) != 0x80) {
                column++;
            }
        }
        return pack(line, column);
    }

    private static long pack(int line, int column) {
        return ((long) line << 32) | column;
    }
}
