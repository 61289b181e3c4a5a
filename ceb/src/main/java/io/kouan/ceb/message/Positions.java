package io.kouan.ceb.message;

import io.kouan.ceb.finding.Place;

/** Turns growing byte offsets of UTF-8 input into line and column, both from 1, columns counted in characters. */
public final class Positions {

    private final byte[] bytes;
    private int offset;
    private int line = 1;
    private int column = 1;

    public Positions(byte[] bytes) {
        this.bytes = bytes;
        if (bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            offset = 3;
        }
    }

    /** The place at a byte offset; offsets never go back: the parser reads forward. */
    public Place place(long byteOffset, String path) {
        long at = at(byteOffset);
        return new Place((int) (at >>> 32), (int) at, path);
    }

    /** Offsets never go back: the parser reads forward. */
    long at(long byteOffset) {
        int end = (int) Math.min(byteOffset, bytes.length);
        while (offset < end) {
            byte b = bytes[offset++];
            if (b == '\n') {
                line++;
                column = 1;
            } else if ((b & 0xC0) != 0x80) {
                column++;
            }
        }
        return Entity.pack(line, column);
    }
}
