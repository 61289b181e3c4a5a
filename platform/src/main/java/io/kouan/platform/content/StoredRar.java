package io.kouan.platform.content;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** One file in a RAR archive (version 4), stored and not compressed, which is the part of the format that anybody may write. */
final class StoredRar {

    private static final byte[] MARKER = {0x52, 0x61, 0x72, 0x21, 0x1A, 0x07, 0x00};
    private static final int ARCHIVE = 0x73;
    private static final int FILE = 0x74;
    private static final int END = 0x7B;
    private static final int LONG_BLOCK = 0x8000;
    private static final int END_FLAGS = 0x4000;
    private static final int WINDOWS = 2;
    private static final int UNPACKED_BY_2_0 = 20;
    private static final int STORED = 0x30;
    private static final int ARCHIVED = 0x20;

    /** 2026-01-01 00:00 as DOS writes it. */
    private static final int TIME = ((2026 - 1980) << 25) | (1 << 21) | (1 << 16);

    private StoredRar() {}

    /** The archive; the name of its file is ASCII. */
    static byte[] of(String name, byte[] content) {
        var named = name.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(content);
        var file = new byte[25 + named.length];
        little(file)
                .putInt(content.length)
                .putInt(content.length)
                .put((byte) WINDOWS)
                .putInt((int) crc.getValue())
                .putInt(TIME)
                .put((byte) UNPACKED_BY_2_0)
                .put((byte) STORED)
                .putShort((short) named.length)
                .putInt(ARCHIVED)
                .put(named);
        var out = new ByteArrayOutputStream();
        out.writeBytes(MARKER);
        out.writeBytes(block(ARCHIVE, 0, new byte[6]));
        out.writeBytes(block(FILE, LONG_BLOCK, file));
        out.writeBytes(content);
        out.writeBytes(block(END, END_FLAGS, new byte[0]));
        return out.toByteArray();
    }

    /** A header: two bytes of its check sum, type, flags, length, and what it says. */
    private static byte[] block(int type, int flags, byte[] says) {
        var block = new byte[7 + says.length];
        var written = little(block)
                .putShort((short) 0)
                .put((byte) type)
                .putShort((short) flags)
                .putShort((short) block.length)
                .put(says);
        var crc = new CRC32();
        crc.update(block, 2, block.length - 2);
        written.putShort(0, (short) crc.getValue());
        return block;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
