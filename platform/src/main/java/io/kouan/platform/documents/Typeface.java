package io.kouan.platform.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A font in one PDF document: embedded as the subset of characters that were drawn. Remembers which character each glyph stood for,
 * because several share a glyph and readers must get back the one that was meant.
 */
final class Typeface {

    private static final int SQUARE = 0x25A1;
    private static final float EM = 1000f;

    private final TrueTypeFont file;
    private final PDType0Font font;
    private final CmapLookup glyphs;
    private final Map<Integer, Integer> drawn = new TreeMap<>();

    Typeface(PDDocument document, TrueTypeFont file) throws IOException {
        this.file = file;
        this.font = PDType0Font.load(document, file, true);
        this.glyphs = file.getUnicodeCmapLookup();
    }

    PDType0Font font() {
        return font;
    }

    /** Characters by glyph, of all that was drawn. */
    Map<Integer, Integer> drawn() {
        return drawn;
    }

    /** How wide a character is at a size. */
    ToDoubleFunction<Integer> widths(float size) {
        return character -> {
            try {
                return file.getAdvanceWidth(glyphs.getGlyphId(character)) * size * (EM / file.getUnitsPerEm()) / EM;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    /** The text with a square for every character that the font does not have. */
    String printable(String text) {
        var printable = new StringBuilder();
        text.codePoints()
                .filter(character -> character == '\n' || !Character.isISOControl(character))
                .map(character -> character == '\n' || glyphs.getGlyphId(character) != 0 ? character : SQUARE)
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }

    /** Remembers what is about to be drawn. */
    String drawing(String text) {
        text.codePoints().forEach(character -> drawn.put(glyphs.getGlyphId(character), character));
        return text;
    }
}
