package io.kouan.platform.documents;

import java.io.IOException;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Noto Sans SC in two weights, read anew for each print: a font is not made to be shared between threads. */
record Fonts(TrueTypeFont regular, TrueTypeFont bold) implements AutoCloseable {

    private static final String FILES = "/fonts/ttf/NotoSansSC/NotoSansSC-";

    static Fonts open() throws IOException {
        return new Fonts(read("Regular"), read("Bold"));
    }

    private static TrueTypeFont read(String weight) throws IOException {
        try (var in = Objects.requireNonNull(Fonts.class.getResourceAsStream(FILES + weight + ".ttf"), weight)) {
            return new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
        }
    }

    @Override
    public void close() throws IOException {
        try (regular;
                bold) {
            // both are closed, whatever the first one says
        }
    }
}
