package io.kouan.platform.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * Says in a finished PDF which character each glyph stands for. The library takes the first character that has the glyph, which for
 * many Chinese characters is the radical that looks the same: such text cannot be searched for.
 */
final class ReadableText {

    private static final int MOST_IN_BLOCK = 100;

    private ReadableText() {}

    /**
     * Replaces the mappings of a document's fonts.
     *
     * @param drawn characters by glyph, by the name of the font
     */
    static void tell(PDDocument document, Map<String, Map<Integer, Integer>> drawn) throws IOException {
        for (var page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                PDFont font = page.getResources().getFont(name);
                var known = drawn.get(bare(font.getName()));
                if (known != null) {
                    var stream =
                            new PDStream(document, new java.io.ByteArrayInputStream(map(known)), COSName.FLATE_DECODE);
                    font.getCOSObject().setItem(COSName.TO_UNICODE, stream);
                }
            }
        }
    }

    /** A subset's name begins with six letters of its own. */
    private static String bare(String name) {
        return name.replaceFirst("^[A-Z]{6}\\+", "");
    }

    private static byte[] map(Map<Integer, Integer> drawn) {
        var text = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        List<Map.Entry<Integer, Integer>> all = new ArrayList<>(drawn.entrySet());
        for (int from = 0; from < all.size(); from += MOST_IN_BLOCK) {
            var block = all.subList(from, Math.min(all.size(), from + MOST_IN_BLOCK));
            text.append(block.size()).append(" beginbfchar\n");
            block.forEach(entry -> text.append(String.format(Locale.ROOT, "<%04X> <", entry.getKey()))
                    .append(utf16(entry.getValue()))
                    .append(">\n"));
            text.append("endbfchar\n");
        }
        text.append("""
                endcmap
                CMapName currentdict /CMap defineresource pop
                end
                end
                """);
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String utf16(int character) {
        var hex = new StringBuilder();
        for (char unit : Character.toChars(character)) {
            hex.append(String.format(Locale.ROOT, "%04X", (int) unit));
        }
        return hex.toString();
    }
}
